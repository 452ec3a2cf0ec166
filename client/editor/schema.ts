// What the editor can show: a flat list of blocks of plain text. In: Yjs elements. Out: ProseMirror
// nodes with the same attributes, and their HTML. Keeps: no marks, nothing nested, nothing dropped
// — a document this page does not understand is shown and never written (`canEdit`).

import { Schema, type Attrs, type DOMOutputSpec, type Node as ProseNode } from 'prosemirror-model'
import * as Y from 'yjs'
import { attributeNames, blockName, isKind, levelMax, textNodeOf } from '#shared/document/blocks.ts'
import { textOf } from '#shared/document/roots.ts'

const headingTags: Record<number, string> = { 0: 'h2', 1: 'h2', 2: 'h3', 3: 'h4' }

function tagOf(attributes: Attrs): string {
  if (attributes['kind'] === 'title') return 'h1'
  if (attributes['kind'] === 'heading') return headingTags[Number(attributes['level'])] ?? 'h2'
  return 'p'
}

function toDOM({ attrs }: ProseNode): DOMOutputSpec {
  const { id, kind, level, status } = attrs
  const shown: Record<string, string> = {
    'data-block': String(id ?? ''),
    'data-kind': String(kind),
    class: `block ${kind} level-${level} ${status}`,
  }
  if (kind === 'note') shown['role'] = 'note'
  return [tagOf(attrs), shown, 0]
}

const defaults: Record<string, unknown> = { kind: 'paragraph', level: 0, status: 'open' }

export const schema = new Schema({
  nodes: {
    doc: { content: 'block*' },
    block: {
      content: 'text*',
      marks: '',
      attrs: Object.fromEntries(
        attributeNames.map((name) => [name, { default: defaults[name] ?? null }]),
      ),
      toDOM,
      parseDOM: [
        'p',
        'h1',
        'h2',
        'h3',
        'h4',
        'h5',
        'h6',
        'li',
        'td',
        'th',
        'pre',
        'blockquote',
      ].map((tag) => ({ tag })),
    },
    text: {},
  },
})

/** The block's attributes as ProseMirror keeps them: every name, null where Yjs has none. */
export function attrsOf(block: Y.XmlElement): Attrs {
  const present = block.getAttributes() as Record<string, unknown>
  return Object.fromEntries(attributeNames.map((name) => [name, present[name] ?? null]))
}

export function nodeOf(block: Y.XmlElement, into: Schema = schema): ProseNode {
  const words = textNodeOf(block)?.toString() ?? ''
  return into.nodes['block']!.create(attrsOf(block), words ? into.text(words) : null)
}

/** Does this page understand every block? If not, the text is only read, and nothing is deleted. */
export function canEdit(doc: Y.Doc): boolean {
  return textOf(doc)
    .toArray()
    .every((block) => block instanceof Y.XmlElement && isKnown(block))
}

function isKnown(block: Y.XmlElement): boolean {
  const { kind, level, status } = block.getAttributes() as Record<string, unknown>
  if (block.nodeName !== blockName || !isKind(kind)) return false
  if (!Number.isInteger(level) || Number(level) < 0 || Number(level) > levelMax) return false
  if (status !== 'open' && status !== 'agreed') return false
  return block.length === 1 && textNodeOf(block) !== null
}
