// The French dictionary. In: its four sections. Out: `dict`, loaded only when somebody reads
// French. Keeps: the shape of the English one, word for word.

import type { Dict } from './en.ts'
import { pages } from './fr/pages.ts'
import { refused } from './fr/refusals.ts'
import { text } from './fr/text.ts'
import { words } from './fr/words.ts'

export const dict: Dict = { ...words, pages, refused, text }
