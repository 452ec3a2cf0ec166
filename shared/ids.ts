// Names for things that must not be mixed up. In: bytes of randomness from the caller. Out: branded
// strings and numbers. Keeps: an id is minted in one place and is safe in a URL and in a map key.

declare const brand: unique symbol
type Branded<T, Name extends string> = T & { readonly [brand]: Name }

export type AccountId = Branded<string, 'AccountId'>
/** A process' short name in the URL: `csm`, `midsa`, `almaty`. */
export type ProcessId = Branded<string, 'ProcessId'>
export type SeatId = Branded<string, 'SeatId'>
export type WorkId = Branded<string, 'WorkId'>
export type DocumentId = Branded<string, 'DocumentId'>
/** SHA-256 (hex) of a login's token; the token itself is never stored. */
export type LoginHash = Branded<string, 'LoginHash'>
/** One attempt to append to a journal; looked up when the outcome of the attempt is unknown. */
export type BatchId = Branded<string, 'BatchId'>
/** A Yjs clientID: an unsigned 32-bit integer leased by the hub. */
export type ClientId = number

/** ISO 3166-1 alpha-2 of a State, a short code of an organisation, or `CHAIR`. */
export type PartyCode = Branded<string, 'PartyCode'>
export const CHAIR = 'CHAIR' as PartyCode
export const partyCodePattern = /^[A-Z]{2,8}$/

/** Whose open words a character is: a party's, or `null` for base text. */
export type Owner = PartyCode | null

/** Randomness as an argument: fills and returns `size` bytes. */
export type RandomBytes = (size: number) => Uint8Array

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz' // Crockford: no i, l, o, u to misread aloud

/** A random id of `length` characters of 5 bits each (20 characters = 100 bits). */
export function mint<Id extends string>(random: RandomBytes, length = 20): Id {
  let out = ''
  for (const byte of random(length)) out += alphabet[byte & 31]
  return out as Id
}

/** A random clientID in [2^20, 2^32): low numbers stay free for the hub's own hands. */
export function mintClientId(random: RandomBytes): ClientId {
  const [a, b, c, d] = random(4) as unknown as [number, number, number, number]
  const id = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
  return id < 1 << 20 ? id + (1 << 20) : id
}
