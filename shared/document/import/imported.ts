// What an import or a template is made of. In: nothing. Out: types. Keeps: blocks in reading order,
// without ids; the hub gives those (server/documents/initial.ts).

import type { Kind } from '../blocks.ts'

/**
 * heading 1 = part or annex (numbering begins anew), 2 = section, 3 = sub-title; paragraph,
 * recital, operative 1 = numbered, 2 and 3 = listed under it, 0 = without number; chapeau 1 = the
 * opening, 0 = a line that leads to what follows it.
 */
export type Level = 0 | 1 | 2 | 3

export interface ImportedBlock {
  readonly kind: Kind
  readonly level: Level
  readonly words: string
}
