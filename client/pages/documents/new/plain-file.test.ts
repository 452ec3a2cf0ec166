// Files as ministries have them. In: bytes in old and new encodings, and files that are no text.
// Out: the words. Keeps: accents and Cyrillic arrive whole; a PDF is not read as text.

import { expect, it } from 'vitest'
import { decodePlainText } from './plain-file.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

it('reads UTF-8, with and without its mark', () => {
  expect(decodePlainText(utf8('Declaración de São Paulo'))).toBe('Declaración de São Paulo')
  expect(decodePlainText(utf8('\u{FEFF}Декларация'))).toBe('Декларация')
})

it('reads what an old Windows Notepad saved', () => {
  // "Declaración" in windows-1252, "Декларация" in windows-1251, "né" in UTF-16LE.
  const spanish = [0x44, 0x65, 0x63, 0x6c, 0x61, 0x72, 0x61, 0x63, 0x69, 0xf3, 0x6e]
  const russian = [0xc4, 0xe5, 0xea, 0xeb, 0xe0, 0xf0, 0xe0, 0xf6, 0xe8, 0xff]
  expect(decodePlainText(Uint8Array.from(spanish))).toBe('Declaración')
  expect(decodePlainText(Uint8Array.from(russian))).toBe('Декларация')
  expect(decodePlainText(Uint8Array.from([0xff, 0xfe, 0x6e, 0, 0xe9, 0]))).toBe('né')
})

it('does not take other files for text', () => {
  expect(decodePlainText(utf8('%PDF-1.7\nsomething'))).toBeNull()
  expect(decodePlainText(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 8]))).toBeNull()
})
