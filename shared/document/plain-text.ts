// What block text may hold (N8): plain text. In: any string. Out: whether the law admits it, and the
// string as it would be admitted. Keeps: no newline, control, zero-width or bidirectional control
// character, no half of a surrogate pair ever becomes part of a text States will be held to.

// C0, DEL and C1 controls; soft hyphen; Arabic letter mark; zero-width and bidi marks and embeddings;
// line and paragraph separators; word joiner to isolates; byte order mark; and the replacement character,
// which is what half of a surrogate pair becomes on its way.
const forbidden =
  // oxlint-disable-next-line no-control-regex -- control characters are what this law is about
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]/
const forbiddenAll = new RegExp(forbidden.source, 'g')
// oxlint-disable-next-line no-control-regex
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
const spaces = /[\u00a0\u2007\u202f]/g

/** N8: no forbidden character and no lone surrogate. */
export function isPlainText(words: string): boolean {
  return !forbidden.test(words) && words.isWellFormed()
}

/** One line of plain text: breaks and hard spaces become spaces, what the law refuses is dropped. */
export function cleanText(words: string): string {
  return words.replace(breaks, ' ').replace(spaces, ' ').toWellFormed().replace(forbiddenAll, '')
}
