// The hashed bytes of a journal row are fixed for ever.

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashRow } from './chain.ts'
import { genesis } from './store.ts'

const row = (payload: number[], meta: string) => ({ payload: new Uint8Array(payload), meta })

test('I2: the bytes are prev, then epoch, seq, payload and meta with their lengths', () => {
  const bytes = [
    '00'.repeat(32),
    '00000002 c3a9', // "é", in UTF-8
    '0000000100000002', // seq 2^32 + 2
    '00000003 00ff07',
    '00000002 7b7d', // "{}"
  ]
  const expected = createHash('sha256').update(
    Buffer.from(bytes.join('').replaceAll(' ', ''), 'hex'),
  )
  const hash = hashRow(genesis, 'é', 2 ** 32 + 2, row([0, 255, 7], '{}'))
  expect(Buffer.from(hash).toString('hex')).toBe(expected.digest('hex'))
})

test('I2: no part can be moved into its neighbour', () => {
  const hashes = [
    hashRow(genesis, 'ab', 1, row([99], 'd')),
    hashRow(genesis, 'a', 1, row([98, 99], 'd')),
    hashRow(genesis, 'ab', 1, row([], 'cd')),
    hashRow(genesis, 'ab', 1, row([99, 100], '')),
    hashRow(genesis, 'ab', 2, row([99], 'd')),
    hashRow(
      genesis.map(() => 1),
      'ab',
      1,
      row([99], 'd'),
    ),
  ]
  expect(new Set(hashes.map(String)).size).toBe(hashes.length)
})
