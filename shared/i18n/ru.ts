// The Russian dictionary. In: its four sections. Out: `dict`, loaded only when somebody reads
// Russian. Keeps: the shape of the English one, word for word.

import type { Dict } from './en.ts'
import { pages } from './ru/pages.ts'
import { refused } from './ru/refusals.ts'
import { text } from './ru/text.ts'
import { words } from './ru/words.ts'

export const dict: Dict = { ...words, pages, refused, text }
