// Plain text in, a structured document out: what the secretariat pastes or uploads. In: text,
// perhaps pulled out of a PDF or a word processor. Out: a title and blocks in reading order, or a
// refusal with the bound it breaks. Keeps: words are kept as they are, plain (N8); only markers,
// page furniture and line breaks that belong to the paper go.

import { limits } from '../limits.ts'
import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import { declarationBlocks, isDeclaration } from './import/declaration.ts'
import type { ImportedBlock, Level } from './import/imported.ts'
import { namesDocument } from './import/lead-words.ts'
import { linesOf } from './import/lines.ts'
import { withoutNotes } from './import/notes.ts'
import type { Note } from './import/notes.ts'
import { paragraphsOf } from './import/paragraphs.ts'
import type { Paragraph } from './import/paragraphs.ts'
import { countTitles, partsOf } from './import/parts.ts'
import { reportBlocks } from './import/report.ts'

export type { ImportedBlock } from './import/imported.ts'

export interface ImportedText {
  /** The title line that names the document; null when the text begins without one. */
  readonly title: string | null
  readonly blocks: readonly ImportedBlock[]
}

/**
 * Reads structure out of plain text (DOMAIN §1.2, §2.2). `as: 'declaration'` takes the numbered
 * paragraphs of the body for operative ones even without a preamble. Refuses with `text-missing`,
 * `text-too-long` (facts: max, characters) and `too-many-paragraphs` (facts: max).
 */
export function importText(
  text: string,
  { as }: { readonly as?: 'declaration' } = {},
): ImportedText | Refusal {
  if (text.length > limits.importCharactersMax) {
    return refuse('text-too-long', { max: limits.importCharactersMax })
  }
  const { lines, notes } = withoutNotes(linesOf(text))
  const paragraphs = paragraphsOf(lines)
  if (paragraphs.length + notes.length > limits.blocksPerDocumentMax) {
    return refuse('too-many-paragraphs', { max: limits.blocksPerDocumentMax })
  }
  const count = countTitles(paragraphs)
  const titles = paragraphs.slice(0, count).map(({ text }) => text)
  const blocks = [
    ...titles.map((words): ImportedBlock => ({ kind: 'title', level: 1, words })),
    ...bodyBlocks(paragraphs.slice(count), notes, as === 'declaration'),
  ]
  return (
    tooLittleOrLong(blocks) ?? { title: titles.find(namesDocument) ?? titles[0] ?? null, blocks }
  )
}

/** Part by part; the notes of a part stand at its end. */
function bodyBlocks(
  paragraphs: readonly Paragraph[],
  notes: readonly Note[],
  declares: boolean,
): ImportedBlock[] {
  const parts = partsOf(paragraphs)
  let taken = 0
  const out = parts.flatMap((part, i) => {
    const end = parts[i + 1]?.[0]?.line ?? Infinity
    const own = notes.slice(taken).filter(({ before }) => before <= end)
    taken += own.length
    const isOne = (declares && i === 0) || isDeclaration(part)
    const body = isOne ? declarationBlocks(part) : reportBlocks(part)
    return body.concat(own.map(({ words }) => ({ kind: 'note', level: 1, words })))
  })
  return withSections(out)
}

/** A text whose only headings are sub-titles has sections. */
function withSections(blocks: ImportedBlock[]): ImportedBlock[] {
  if (blocks.some((block) => isHeading(block, 2))) return blocks
  return blocks.map((block) => (isHeading(block, 3) ? { ...block, level: 2 } : block))
}

const isHeading = (block: ImportedBlock, level: Level): boolean =>
  block.kind === 'heading' && block.level === level

function tooLittleOrLong(blocks: readonly ImportedBlock[]): Refusal | null {
  if (blocks.length === 0) return refuse('text-missing')
  const longest = Math.max(...blocks.map(({ words }) => words.length))
  return longest > limits.blockCharactersMax
    ? refuse('text-too-long', { max: limits.blockCharactersMax })
    : null
}
