// The data directory and who holds it. In: a path. Out: a writable directory (0700) and a lock
// that dies with the process, even on kill -9; or one clear sentence why not. Keeps: never two
// hubs on one directory. The lock is a POSIX lock on `hub.lock`, held by SQLite: nothing else in
// this process may open that file, because closing any descriptor of it would drop the lock.

import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CannotStart, NewerDatabase } from './errors.ts'

export interface HeldDirectory {
  readonly path: string
  release(): void
}

const sqliteBusy = 5
const sqliteCorrupt = 11
const sqliteNotADatabase = 26

/** Creates, checks and locks the directory; throws CannotStart with a sentence for the operator. */
export function openDirectory(path: string): HeldDirectory {
  const directory = resolve(path)
  makeDirectory(directory)
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(join(directory, 'hub.lock'), { timeout: 0 })
    lock.exec('pragma locking_mode = exclusive')
    lock.exec('begin exclusive')
  } catch (error) {
    lock?.close()
    if ((errcodeOf(error) & 0xff) === sqliteBusy) {
      throw new CannotStart(
        `Another Plenaria hub is already running on the data directory ${directory}: ` +
          'stop it first, or name another directory in DATA_DIR.',
        { cause: error },
      )
    }
    throw cannotWrite(directory, error)
  }
  const held = lock
  return {
    path: directory,
    release() {
      if (held.isOpen) held.close()
    },
  }
}

function makeDirectory(directory: string): void {
  try {
    makeLevels(directory)
    if (!statSync(directory).isDirectory()) throw new Error('it is not a directory')
  } catch (error) {
    throw cannotWrite(directory, error)
  }
}

/** Level by level: Node's own `recursive` never returns on some file systems that refuse (/proc). */
function makeLevels(directory: string): void {
  if (existsSync(directory)) return
  makeLevels(dirname(directory))
  mkdirSync(directory, { mode: 0o700 })
}

/** The sentence for a directory that cannot be created, opened or written. */
function cannotWrite(directory: string, cause: unknown): CannotStart {
  return new CannotStart(
    `Plenaria cannot write in its data directory ${directory} (${reasonOf(cause)}): ` +
      'make it writable for this user, or name another directory in DATA_DIR.',
    { cause },
  )
}

/** The sentence for a database that does not open; a bug of ours is passed on as it is. */
export function cannotOpen(directory: string, cause: unknown): unknown {
  const code = errcodeOf(cause) & 0xff
  if (code === sqliteCorrupt || code === sqliteNotADatabase) {
    return new CannotStart(
      `The database in the data directory ${directory} is damaged (${reasonOf(cause)}): ` +
        'restore it from a backup, or name another directory in DATA_DIR.',
      { cause },
    )
  }
  if (cause instanceof NewerDatabase) {
    return new CannotStart(
      `The database in the data directory ${directory} was written by a newer Plenaria: ` +
        'start that version, or name another directory in DATA_DIR.',
      { cause },
    )
  }
  return code === 0 ? cause : cannotWrite(directory, cause)
}

const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'it is not a directory',
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  return reasons[code] ?? error.message
}

/** SQLite's extended result code, or 0 when the error is not SQLite's. */
export function errcodeOf(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0
}
