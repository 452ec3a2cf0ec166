// The words of a plain-text file. In: a file the reader chose. Out: its text, or null when it is
// not plain text. Keeps: UTF-8 is believed first; old Windows files (Latin or Cyrillic) are still
// read; a Word or PDF file is never taken for text.

import { limits } from '#shared/limits.ts'

/** A character takes at most four bytes; more than that cannot be a text we accept. */
const bytesMax = limits.importCharactersMax * 4

export async function readPlainText(file: Blob): Promise<string | null> {
  if (file.size > bytesMax) return null
  return decodePlainText(new Uint8Array(await file.arrayBuffer()))
}

/** UTF-8 or UTF-16 by its mark, UTF-8 if it is valid, else the Windows encoding that fits. */
export function decodePlainText(bytes: Uint8Array): string | null {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  // Office files, PDF and images hold zero bytes; no single-byte text does.
  if (bytes.includes(0) || startsWith(bytes, '%PDF')) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(looksCyrillic(bytes) ? 'windows-1251' : 'windows-1252').decode(bytes)
  }
}

const startsWith = (bytes: Uint8Array, sign: string) =>
  [...sign].every((character, i) => bytes[i] === character.charCodeAt(0))

/** In Latin text a high byte is a rare accent; in Cyrillic text nearly every letter is one. */
function looksCyrillic(bytes: Uint8Array): boolean {
  let high = 0
  let letters = 0
  for (const byte of bytes) {
    if (byte >= 0xc0) high++
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) letters++
  }
  return high > letters
}
