// The editor on a page: what is drawn, said and marked.

import * as Y from 'yjs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { ClientId, PartyCode } from '#shared/ids.ts'
import { proposalsOf, textOf } from '#shared/document/roots.ts'
import type { Refusal } from '#shared/refusal.ts'
import { Binding } from './binding.ts'
import { cursorOf } from './drawing/cursors.ts'
import type { Look } from './look.ts'
import { mountEditor, type MountedEditor } from './mount.ts'
import { canEdit } from './schema.ts'
import { desk, proposing, type Desk } from './testing/desk.ts'

const names: Record<string, string> = {
  BR: 'Brazil',
  CL: 'Chile',
  AR: 'Argentina',
  CHAIR: 'the Chair',
}

const lookOf = (ours: string): Look => ({
  ours: ours as PartyCode,
  describe: (party, client) =>
    party === ours && client !== null ? `${names[party]}, person ${client}` : names[party]!,
  words: {
    codes: (list) => `from ${list}`,
    bracket: (who) => `bracket, ${who}`,
    endBracket: 'end bracket',
    proposedParagraph: (who) => `paragraph proposed by ${who}`,
    deletes: 'delete',
    emptyParagraph: 'New paragraph',
    here: (who) => `${who} is writing here`,
  },
})

interface Mounted {
  readonly binding: Binding
  readonly editor: MountedEditor
  readonly refusals: Refusal[]
  readonly paragraph: (index: number) => HTMLElement
}

const mounted: Mounted[] = []
afterEach(() => {
  for (const { editor, binding } of mounted.splice(0)) {
    editor.destroy()
    binding.destroy()
  }
})

let client = 5000
function mount(text: Desk, party: string): Mounted {
  const clientId = client++
  text.leases.set(clientId, party as PartyCode)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(text.hub), 'hub')
  text.hub.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update, 'hub'))
  let units = 0
  const binding = new Binding({
    doc,
    clientId,
    standing: proposing(party),
    partyOf: (id: ClientId) => text.leases.get(id) ?? null,
    unit: () => `${clientId}.${units++}`,
  })
  const refusals: Refusal[] = []
  const look = lookOf(party)
  const host = document.body.appendChild(document.createElement('div'))
  const editor = mountEditor({
    host,
    doc,
    binding,
    label: 'Text of the declaration',
    language: 'en',
    look: () => look,
    onRefusal: (refusal) => refusals.push(refusal),
  })
  const paragraph = (index: number) => editor.view.dom.children[index] as HTMLElement
  const one = { binding, editor, refusals, paragraph }
  mounted.push(one)
  return one
}

describe('the sheet', () => {
  test('is a textbox with a name, a language, and no translation of itself', () => {
    const { editor } = mount(desk('The States'), 'BR')
    const { dom } = editor.view
    expect(dom.getAttribute('role')).toBe('textbox')
    expect(dom.getAttribute('aria-multiline')).toBe('true')
    expect(dom.getAttribute('aria-label')).toBe('Text of the declaration')
    expect(dom.lang).toBe('en')
    expect(dom.getAttribute('translate')).toBe('no')
    editor.showNames(false)
    expect(dom.classList.contains('names-off')).toBe(true)
    editor.refresh({ label: 'Texto', language: 'es' })
    expect(dom.getAttribute('aria-label')).toBe('Texto')
    expect(dom.lang).toBe('es')
  })

  test('marks paragraphs by kind, level and status', () => {
    const text = desk(
      { words: 'Title', kind: 'title', level: 0 },
      { words: 'Part', kind: 'heading', level: 2 },
      { words: 'Recalling', kind: 'recital', status: 'agreed' },
    )
    const { paragraph } = mount(text, 'BR')
    expect([0, 1, 2].map((i) => paragraph(i).tagName)).toEqual(['H1', 'H3', 'P'])
    expect(paragraph(2).dataset['block']).toBe('b2')
    expect(paragraph(2).className).toContain('recital level-1 agreed')
  })

  test('is only read where a block is unknown, and nothing is deleted', () => {
    const text = desk('The States', { words: 'x', kind: 'hologram' as never })
    expect(canEdit(text.hub)).toBe(false)
    const { editor, refusals } = mount(text, 'BR')
    expect(editor.writable).toBe(false)
    expect(editor.view.dom.getAttribute('aria-readonly')).toBe('true')
    expect(editor.view.editable).toBe(false)
    editor.view.dispatch(editor.view.state.tr.insertText('y', 1))
    expect(refusals.map(({ refused }) => refused)).toEqual(['unknown-block'])
    expect(textOf(text.hub).length).toBe(2)
  })
})

describe('marks', () => {
  test('insertions are underlined, with the code once, and the person to one’s own', () => {
    const text = desk({ words: 'The States', kind: 'paragraph' })
    text.as('CL').at(0, 3).types(' other')
    const br = text.as('BR').at(0, 0).types('own ')
    text.as('CHAIR').at(0, 7).types('x')
    const { paragraph } = mount(text, 'BR')
    const all = [...paragraph(0).querySelectorAll('ins')]
    expect(
      all.map((ins) => [ins.textContent, ins.className, ins.dataset['party'], ins.title]),
    ).toEqual([
      ['own ', 'ours', 'BR', `Brazil, person ${br.binding.clientId}`],
      ['x', 'chair', 'CHAIR', 'the Chair'],
      [' other', 'others', 'CL', 'Chile'],
    ])
    const codes = [...paragraph(0).querySelectorAll('.code')]
    expect(codes.map((code) => code.querySelector('[aria-hidden]')!.textContent)).toEqual([
      '– BR',
      '– CHAIR',
      '– CL',
    ])
    expect(codes[0]!.querySelector('.visually-hidden')!.textContent).toBe(' from Brazil ')
    expect(codes.every((code) => (code as HTMLElement).contentEditable === 'false')).toBe(true)
  })

  test('strikes carry all codes, four and more are counted', () => {
    const text = desk('The States')
    for (const party of ['BR', 'CL', 'AR'])
      text.as(party).selects([0, 4], [0, 10]).presses('Delete')
    const { paragraph } = mount(text, 'BR')
    const del = paragraph(0).querySelector('del')!
    expect([del.textContent, del.className, del.dataset['party']]).toEqual([
      'States',
      'ours',
      'AR BR CL',
    ])
    expect(paragraph(0).querySelector('.code.deletion [aria-hidden]')!.textContent).toBe(
      '– AR, BR, CL',
    )
    text.as('CHAIR').selects([0, 4], [0, 10]).presses('Delete')
    expect(paragraph(0).querySelector('.code.deletion [aria-hidden]')!.textContent).toBe(
      '– AR, BR +2',
    )
  })

  test('brackets, whole paragraphs, proposed and empty ones', () => {
    const text = desk('The States', 'Second')
    const cl = text.as('CL').at(0, 3).presses('Enter')
    const { binding, paragraph } = mount(text, 'CL')
    expect(paragraph(1).className).toContain('proposed ours empty')
    expect(paragraph(1).dataset['placeholder']).toBe('New paragraph')
    expect(paragraph(1).dataset['code']).toBe('– CL')
    cl.does(cl.state.tr.delete(14, 22))
    expect(paragraph(2).className).toContain('struck struck-ours')
    expect(paragraph(2).dataset['struck']).toBe('delete – CL')
    const [run] = binding.blockView(binding.order[0]!).runs
    text.rules((doc) => proposalsOf(doc).set('k/BR/1', [[run!.client, run!.clock + 4, 6]]))
    expect([...paragraph(0).querySelectorAll('.bracket')].map((one) => one.textContent)).toEqual([
      '[ bracket, Brazil ',
      '] end bracket ',
    ])
  })

  test('the lead word of a paragraph is set apart', () => {
    const { paragraph } = mount(desk('Reaffirming, the', { words: 'Part', kind: 'heading' }), 'BR')
    expect(paragraph(0).querySelector('.lead')!.textContent).toBe('Reaffirming')
    expect(paragraph(1).querySelector('.lead')).toBeNull()
  })

  test('pointing at a code lights that delegation everywhere', () => {
    const text = desk('The States', 'Second')
    text.as('CL').at(0, 3).types('a').at(1, 3).types('b')
    text.as('AR').at(0, 0).types('c')
    const { editor, paragraph } = mount(text, 'BR')
    paragraph(0)
      .querySelector('.code[data-party=CL]')!
      .dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
    const lit = () => [...editor.view.dom.querySelectorAll('ins.lit')].map((ins) => ins.textContent)
    expect(lit()).toEqual(['a', 'b'])
    editor.light(null)
    expect(lit()).toEqual([])
  })

  test('only what has changed is drawn again', () => {
    const text = desk(...Array.from({ length: 50 }, (_, i) => `Paragraph ${i}`))
    const cl = text.as('CL').at(3, 2).types('x')
    const { binding, editor } = mount(text, 'BR')
    const drawn = vi.spyOn(binding, 'blockView')
    cl.types('y')
    expect(drawn.mock.calls.map(([block]) => binding.order.indexOf(block))).toEqual([3])
    drawn.mockClear()
    cl.selects([7, 0], [7, 3]).presses('Delete')
    expect(drawn.mock.calls.map(([block]) => binding.order.indexOf(block))).toEqual([7])
    drawn.mockClear()
    editor.view.dispatch(editor.view.state.tr.insertText('z', 1))
    expect(drawn.mock.calls.map(([block]) => binding.order.indexOf(block))).toEqual([0])
  })
})

describe('cursors', () => {
  test('stand behind the letter they name, wherever it goes', () => {
    const text = desk('The States', 'Second')
    const cl = text.as('CL').at(0, 3)
    const cursor = cursorOf(cl.state, cl.binding)!
    expect(cursor).toEqual({ block: 'b0', left: [1, expect.any(Number)] })
    const { editor, paragraph } = mount(text, 'BR')
    editor.showCursors([{ client: 1, party: 'CL' as PartyCode, cursor }])
    text.as('AR').at(0, 0).types('So ')
    const caret = paragraph(0).querySelector('.cursor')!
    expect(caret.querySelector('.cursor-label')!.textContent).toBe('CL')
    expect(caret.previousSibling!.textContent).toBe('The')
    editor.showCursors([])
    expect(paragraph(0).querySelector('.cursor')).toBeNull()
  })

  test('at the start of a paragraph they name none, and a lost letter leaves them beside it', () => {
    const text = desk('The States')
    const cl = text.as('CL').at(0, 0)
    expect(cursorOf(cl.state, cl.binding)).toEqual({ block: 'b0', left: null })
    cl.at(0, 3).types('ab')
    const cursor = cursorOf(cl.state, cl.binding)!
    const { editor, paragraph } = mount(text, 'BR')
    editor.showCursors([{ client: 1, party: 'CL' as PartyCode, cursor }])
    cl.presses('Backspace', 2)
    expect(paragraph(0).querySelector('.cursor')!.previousSibling!.textContent).toBe('The')
    cl.selects([0, 4], [0, 6])
    expect(cursorOf(cl.state, cl.binding)!.anchorLeft).toBeDefined()
  })
})

test('what is copied is plain words and clean HTML', () => {
  const text = desk({ words: 'Title', kind: 'title', level: 0 }, 'The States')
  text.as('CL').at(1, 3).types('x')
  const { editor } = mount(text, 'BR')
  const { view } = editor
  const { dom, text: plain } = view.serializeForClipboard(view.state.doc.slice(0))
  expect(plain).toBe('Title\nThex States')
  expect(dom.innerHTML.replaceAll(/ data-pm-slice="[^"]*"/g, '')).toBe(
    '<h1>Title</h1><p>Thex States</p>',
  )
})

test('pasted: one line goes in, several become paragraphs, too many are refused', () => {
  const text = desk('The States')
  const { editor, binding, refusals } = mount(text, 'BR')
  const { view } = editor
  const paste = (data: Record<string, string>) => {
    const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
      clipboardData: {
        getData: (type: string) => data[type] ?? '',
        files: [],
        types: Object.keys(data),
      },
    })
    view.dom.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(true)
  }
  const reads = () => binding.order.map((block) => (block.get(0) as Y.XmlText).toString())
  view.dispatch(view.state.tr.insertText('!', 11))
  paste({ 'text/plain': ' one' })
  expect(reads()).toEqual(['The States! one'])
  paste({ 'text/html': '<p>two</p><ul><li>• three</li></ul>', 'text/plain': 'x' })
  expect(reads()).toEqual(['The States! one', 'two', 'three'])
  paste({ 'text/plain': 'x'.repeat(20_001) })
  expect(refusals.map(({ refused }) => refused)).toEqual(['over-limit'])
  paste({})
  expect(reads()).toHaveLength(3)
})

test('keys reach the text, and the page where they are the page’s', () => {
  const { editor, binding } = mount(desk('The States'), 'BR')
  const { view } = editor
  view.dispatch(view.state.tr.insertText('abc', 4))
  const press = (key: string, more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
    view.dom.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(press('Backspace')).toBe(true)
  expect((binding.order[0]!.get(0) as Y.XmlText).toString()).toBe('Theab States')
  expect(press('s', { ctrlKey: true })).toBe(true)
  expect(press('Escape')).toBe(false)
  expect(press('Enter')).toBe(true)
  expect(binding.order).toHaveLength(2)
})

test('the browser’s own undo is ours', () => {
  const { editor, binding } = mount(desk('The States'), 'BR')
  const { view } = editor
  view.dispatch(view.state.tr.insertText('abc', 4))
  const event = new InputEvent('beforeinput', {
    inputType: 'historyUndo',
    bubbles: true,
    cancelable: true,
  })
  view.dom.dispatchEvent(event)
  expect(event.defaultPrevented).toBe(true)
  expect((binding.order[0]!.get(0) as Y.XmlText).toString()).toBe('The States')
})
