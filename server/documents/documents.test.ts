// Documents over a real hub and store: begun in one transaction, listed to whom the law lets,
// opened for negotiation in the room's own queue.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { must } from '#shared/assert.ts'
import { attributesOf, blocksInOrder, textNodeOf } from '#shared/document/blocks.ts'
import type { DocumentId } from '#shared/ids.ts'
import { temporaryHub } from '../testing/temporary-hub.ts'
import type { Person, TemporaryHub } from '../testing/temporary-hub.ts'
import { rebuilt } from '../testing/texts/text-with.ts'
import type { DocumentFacts, DocumentView } from './views.ts'

const seedText = readFileSync(join(import.meta.dirname, '../demo/texts/mc-inf-269.txt'), 'utf8')

let hub: TemporaryHub
let people: Record<'secretariat' | 'chair' | 'br' | 'observer' | 'elsewhere', Person>

beforeAll(async () => {
  hub = await temporaryHub()
  people = {
    secretariat: await hub.seat('csm', 'secretariat', 'CHAIR'),
    chair: await hub.seat('csm', 'chair', 'CHAIR'),
    br: await hub.seat('csm', 'delegate', 'BR'),
    observer: await hub.seat('csm', 'observer', 'MX'),
    elsewhere: await hub.seat('midsa', 'secretariat', 'CHAIR'),
  }
})
afterAll(() => hub.close())

async function call(
  who: keyof typeof people,
  procedure: string,
  kind: 'query' | 'mutation',
  input: unknown,
) {
  return hub.call(procedure, kind, input, await hub.signedIn(people[who]))
}

const plan = {
  process: 'csm',
  title: 'Declaración de prueba',
  kind: 'declaration',
  language: 'es',
  phase: 'negotiating',
  from: { template: 'declaration' },
}

async function created(more: Record<string, unknown> = {}): Promise<DocumentId> {
  const { value, refused } = await call('secretariat', 'documents.create', 'mutation', {
    ...plan,
    ...more,
  })
  expect(refused).toBeUndefined()
  return (value as { document: DocumentId }).document
}

async function listed(who: keyof typeof people): Promise<DocumentFacts[]> {
  const { value } = await call(who, 'documents.list', 'query', { process: 'csm' })
  return value as DocumentFacts[]
}

const sees = async (who: keyof typeof people) => (await listed(who)).map(({ id }) => id)

const textOfDocument = async (document: DocumentId) =>
  rebuilt(await hub.world.store.journal.rows(document, 0))

const wordsOf = (block: Y.XmlElement) => String(must(textNodeOf(block), 'a text').toJSON())

describe('beginning a document', () => {
  it('writes words, rows, audit and hint together', async () => {
    const document = await created()
    const doc = await textOfDocument(document)
    const blocks = blocksInOrder(doc)
    expect(attributesOf(blocks[0]!)).toMatchObject({ id: 'b1', kind: 'title', status: 'open' })
    expect(wordsOf(blocks[0]!)).toBe('Declaración de prueba')
    expect(new Set(doc.store.clients.keys())).toEqual(new Set([1]))
    const [row] = await hub.world.store.journal.rows(document, 0)
    expect(JSON.parse(row!.meta)).toEqual({
      v: 1,
      act: 'created',
      account: people.secretariat.account,
      parts: [],
      leases: [[1, null, 'hub', people.secretariat.account]],
    })
    const { read } = hub.world.store
    const audit = await read
      .selectFrom('audit')
      .select(['act', 'account_id'])
      .where('target', '=', document)
      .execute()
    expect(audit).toEqual([{ act: 'document-created', account_id: people.secretariat.account }])
    const outbox = await read.selectFrom('outbox').select('event').execute()
    expect(outbox.map(({ event }) => JSON.parse(event))).toContainEqual({
      event: 'documents-changed',
      document,
    })
  })

  it('imports the seed whole', async () => {
    const document = await created({
      kind: 'report',
      title: 'MC/INF/269',
      from: { text: seedText },
    })
    const blocks = blocksInOrder(await textOfDocument(document))
    expect(blocks).toHaveLength(82)
    expect(blocks.map((block) => attributesOf(block).id)).toEqual(
      Array.from({ length: 82 }, (_, i) => `b${i + 1}`),
    )
    expect(wordsOf(blocks[2]!)).toBe('I. INTRODUCCIÓN')
  })

  it('gives each work the next symbol', async () => {
    const symbols = (await listed('secretariat')).map(({ symbol }) => symbol)
    expect(new Set(symbols).size).toBe(symbols.length)
    expect(symbols.every((symbol) => /^CSM\/L\.\d+$/.test(symbol))).toBe(true)
  })

  it('refuses by value, and leaves nothing behind', async () => {
    const before = await hub.world.store.read.selectFrom('work').select('id').execute()
    const refusedWith = async (more: Record<string, unknown>) =>
      (await call('secretariat', 'documents.create', 'mutation', { ...plan, ...more })).refused
    expect(await refusedWith({ title: ' \u200b ' })).toBe('title-missing')
    expect(await refusedWith({ title: 'x'.repeat(301) })).toBe('text-too-long')
    expect(await refusedWith({ from: { text: ' ' } })).toBe('text-missing')
    expect(await refusedWith({ from: { text: 'x'.repeat(1_000_001) } })).toBe('text-too-long')
    expect(await refusedWith({ language: 'ru' })).toBe('bad-input')
    expect(await refusedWith({ process: 'nowhere' })).toBe('not-found')
    const byDelegate = await call('br', 'documents.create', 'mutation', plan)
    expect(byDelegate.refused).toBe('not-allowed')
    const bySomebodyElse = await call('elsewhere', 'documents.create', 'mutation', plan)
    expect(bySomebodyElse.refused).toBe('not-found')
    const after = await hub.world.store.read.selectFrom('work').select('id').execute()
    expect(after).toHaveLength(before.length)
  })
})

describe('who sees which document', () => {
  it('a draft is the pen’s alone until it is shared; observers see none', async () => {
    const draft = await created({ phase: 'drafting', title: 'Borrador' })
    const shared = await created({ phase: 'drafting', shared: true, title: 'Compartido' })
    expect(await sees('chair')).toEqual(expect.arrayContaining([draft, shared]))
    const delegate = await sees('br')
    expect(delegate).toContain(shared)
    expect(delegate).not.toContain(draft)
    expect(await sees('observer')).toEqual([])
    for (const who of ['br', 'observer', 'elsewhere'] as const) {
      const { refused } = await call(who, 'documents.get', 'query', { document: draft })
      expect(refused).toBe('not-found')
    }
    const { refused } = await call('br', 'documents.get', 'query', { document: 'nosuchthing' })
    expect(refused).toBe('not-found')
  })

  it('tells each reader what HELLO will say', async () => {
    const document = await created()
    const get = async (who: keyof typeof people) =>
      (await call(who, 'documents.get', 'query', { document })).value as DocumentView
    const delegate = await get('br')
    expect(delegate).toMatchObject({
      document: { id: document, title: 'Declaración de prueba', phase: 'negotiating', reading: 1 },
      versions: [{ document, language: 'es' }],
      process: { id: 'csm', shortName: 'CSM', languages: ['es', 'pt', 'en'] },
      seat: { role: 'delegate', party: 'BR' },
      writing: 'proposes',
      readsBecause: null,
      mayOpenNegotiation: false,
    })
    expect(delegate.process.members).toContainEqual({ party: 'UY', standing: 'member' })
    expect((await get('chair')).writing).toBe('proposes')
  })
})

describe('opening the negotiation', () => {
  it('is an act of the journal, and everybody proposes from then on', async () => {
    const document = await created({ phase: 'drafting', shared: true })
    const open = (who: keyof typeof people) =>
      call(who, 'documents.openNegotiation', 'mutation', { document })
    expect((await open('br')).refused).toBe('not-allowed')
    expect((await open('elsewhere')).refused).toBe('not-found')
    const before = await call('chair', 'documents.get', 'query', { document })
    expect(before.value).toMatchObject({ writing: 'base', mayOpenNegotiation: true })
    expect((await open('chair')).value).toEqual({ phase: 'negotiating' })
    const after = await call('chair', 'documents.get', 'query', { document })
    expect(after.value).toMatchObject({ writing: 'proposes', mayOpenNegotiation: false })
    const rows = await hub.world.store.journal.rows(document, 1)
    expect(rows.map(({ meta }) => JSON.parse(meta))).toEqual([
      {
        v: 1,
        act: 'phase-changed',
        account: people.chair.account,
        detail: { from: 'drafting', to: 'negotiating' },
        parts: [],
        leases: [],
      },
    ])
    expect((await open('secretariat')).refused).toBe('phase-passed')
  })
})

it('previews an import and offers the templates', async () => {
  const preview = { process: 'csm', text: 'Título\n\n1. Acuerdan.', kind: 'declaration' }
  const { value } = await call('secretariat', 'documents.previewImport', 'mutation', preview)
  expect(value).toEqual({
    title: 'Título',
    blocks: [
      { kind: 'title', level: 1, words: 'Título' },
      { kind: 'operative', level: 1, words: 'Acuerdan.' },
    ],
    counts: { title: 1, operative: 1 },
  })
  const refused = await call('br', 'documents.previewImport', 'mutation', preview)
  expect(refused.refused).toBe('not-allowed')
  const templates = await call('br', 'documents.templates', 'query', { language: 'fr' })
  expect(templates.value).toHaveLength(4)
})
