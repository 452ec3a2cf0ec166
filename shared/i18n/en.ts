// The English dictionary, and the shape every other language has to fill. In: its four sections.
// Out: `dict` and `Dict`. Keeps: a missing word in another language is a type error.

import { pages } from './en/pages.ts'
import { refused } from './en/refusals.ts'
import { text } from './en/text.ts'
import { words } from './en/words.ts'

export const dict = { ...words, pages, refused, text }

export type Dict = typeof dict
