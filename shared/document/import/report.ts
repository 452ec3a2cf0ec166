// A report or annex: sections and paragraphs numbered through. In: one part's paragraphs. Out:
// blocks. Keeps: numbered paragraphs are level 1, what is listed under them 2 and 3, quoted or
// continuing words have no number; a part without any number is numbered by paragraph, so that it
// can be cited.

import { headingLevel } from './parts.ts'
import type { Paragraph } from './paragraphs.ts'
import { Sublevels } from './sublevels.ts'
import type { ImportedBlock, Level } from './imported.ts'

export function reportBlocks(paragraphs: readonly Paragraph[]): ImportedBlock[] {
  const out: ImportedBlock[] = []
  const sublevels = new Sublevels()
  const isNumbered = paragraphs.some(({ marker }) => marker?.kind === 'number')
  for (const [i, paragraph] of paragraphs.entries()) {
    const { marker, words, text } = paragraph
    const heading = headingLevel(paragraph, paragraphs[i + 1])
    if (heading !== null) {
      sublevels.close()
      out.push({ kind: 'heading', level: heading, words: text })
    } else if (marker?.kind === 'letter' || marker?.kind === 'bullet') {
      out.push({ kind: 'paragraph', level: (sublevels.depthOf(marker) + 1) as Level, words })
    } else if (marker?.kind === 'decimal') {
      sublevels.close()
      out.push({ kind: 'paragraph', level: Math.min(marker.depth, 3) as Level, words })
    } else {
      sublevels.close()
      const level = marker !== null || !isNumbered ? 1 : 0
      out.push({ kind: 'paragraph', level, words: marker?.kind === 'number' ? words : text })
    }
  }
  return out
}
