// The names of the three Yjs roots (DESIGN §4, §9: stable). `text` holds the blocks, `proposals` is
// written by delegations, `rulings` by the hub alone.

import * as Y from 'yjs'

export const textOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('text')
export const proposalsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('proposals')
export const rulingsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('rulings')

/** Touches all three roots, so that "a new root appeared" can be told (N9). */
export function openRoots(doc: Y.Doc): void {
  textOf(doc)
  proposalsOf(doc)
  rulingsOf(doc)
}
