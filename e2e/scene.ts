// What must stand before a test begins. In: a person with the right to make it. Out: a document.
// Keeps: every test has texts of its own, so tests do not disturb each other; they are made by the
// commands the screens use.

import type { DocumentPlace, Person } from './people.ts'

/** The address of a text's screen. */
export const addressOf = ({ document }: DocumentPlace): string => `/documents/${document}`

let count = 0

/** A declaration under negotiation: a title, then one operative paragraph for each of `words`. */
export async function declaration(
  { api }: Pick<Person, 'api'>,
  words: readonly string[],
  phase: 'drafting' | 'negotiating' = 'negotiating',
): Promise<DocumentPlace> {
  const title = `Declaration ${++count}-${Date.now()}`
  const text = [title, '', ...words.flatMap((paragraph, i) => [`${i + 1}. ${paragraph}`, ''])]
  const made = await api.documents.create.mutate({
    process: 'csm',
    title,
    kind: 'declaration',
    language: 'en',
    phase,
    from: { text: text.join('\n') },
  })
  return { process: 'csm', document: made.document }
}
