// The environment, read once. In: environment variables. Out: a frozen configuration, or every
// mistake at once. Keeps: nothing else in the house reads the environment.

import { resolve } from 'node:path'
import { CannotStart } from './db/errors.ts'

export interface Config {
  readonly port: number
  /** The address to listen on; 127.0.0.1 unless HOST opens it. */
  readonly host: string
  /** Absolute path of the data directory. */
  readonly dataDirectory: string
  /** `https://texts.example.org` when the hub stands behind a proxy; else null. */
  readonly publicOrigin: string | null
  readonly logLevel: LogLevel
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
type LogLevel = (typeof logLevels)[number]

type Environment = Readonly<Record<string, string | undefined>>

/** Throws CannotStart with one sentence per mistake. An empty variable counts as not set. */
export function readConfig(environment: Environment): Config {
  const mistakes: string[] = []
  const set = (name: string) => environment[name]?.trim() || undefined

  const port = Number(set('PORT') ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    mistakes.push(`PORT must be a number from 0 to 65535, not "${set('PORT')}".`)

  const origin = set('PUBLIC_ORIGIN')
  if (origin !== undefined && !isOrigin(origin))
    mistakes.push(
      `PUBLIC_ORIGIN must look like https://texts.example.org, without a path, not "${origin}".`,
    )

  const logLevel = set('LOG_LEVEL') ?? 'warn'
  if (!(logLevels as readonly string[]).includes(logLevel))
    mistakes.push(`LOG_LEVEL must be one of ${logLevels.join(', ')}, not "${logLevel}".`)

  if (mistakes.length > 0) throw new CannotStart(mistakes.join('\n'))
  return Object.freeze({
    port,
    host: set('HOST') ?? '127.0.0.1',
    dataDirectory: resolve(set('DATA_DIR') ?? 'data'),
    publicOrigin: origin ?? null,
    logLevel: logLevel as LogLevel,
  })
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { origin, protocol } = new URL(text)
  return origin === text && (protocol === 'https:' || protocol === 'http:')
}
