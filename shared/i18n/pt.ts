// The Portuguese dictionary. In: its four sections. Out: `dict`, loaded only when somebody reads
// Portuguese. Keeps: the shape of the English one, word for word.

import type { Dict } from './en.ts'
import { pages } from './pt/pages.ts'
import { refused } from './pt/refusals.ts'
import { text } from './pt/text.ts'
import { words } from './pt/words.ts'

export const dict: Dict = { ...words, pages, refused, text }
