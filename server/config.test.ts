// The environment: defaults, what is taken over, and every mistake at once.

import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('an empty environment gives a hub on this machine alone', () => {
  const config = readConfig({ HOST: '', PORT: ' ' })
  expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', publicOrigin: null })
  expect(config.dataDirectory).toMatch(/[/\\]data$/)
  expect(Object.isFrozen(config)).toBe(true)
})

test('is taken over as given', () => {
  const given = { PORT: '8080', HOST: '0.0.0.0', DATA_DIR: '/var/lib/plenaria' }
  const config = readConfig({ ...given, PUBLIC_ORIGIN: 'https://texts.example.org' })
  expect(config).toMatchObject({ port: 8080, host: '0.0.0.0', dataDirectory: '/var/lib/plenaria' })
  expect(config.publicOrigin).toBe('https://texts.example.org')
})

test('every mistake is named at once', () => {
  const wrong = { PORT: '99999', PUBLIC_ORIGIN: 'https://x.org/path', LOG_LEVEL: 'loud' }
  expect(() => readConfig(wrong)).toThrow(/PORT.*\n.*PUBLIC_ORIGIN.*\n.*LOG_LEVEL/)
  expect(() => readConfig({ PORT: 'abc' })).toThrow('PORT')
  expect(() => readConfig({ PUBLIC_ORIGIN: 'texts.example.org' })).toThrow('PUBLIC_ORIGIN')
})
