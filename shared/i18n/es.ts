// The Spanish dictionary. In: its four sections. Out: `dict`, loaded only when somebody reads
// Spanish. Keeps: the shape of the English one, word for word.

import type { Dict } from './en.ts'
import { pages } from './es/pages.ts'
import { refused } from './es/refusals.ts'
import { text } from './es/text.ts'
import { words } from './es/words.ts'

export const dict: Dict = { ...words, pages, refused, text }
