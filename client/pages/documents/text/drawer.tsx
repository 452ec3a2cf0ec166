// The drawer of words that came back: refused, or never sent. In: the offers. Out: each piece in
// full, with Insert again, Copy and Discard. Keeps: nothing is put back by itself, nothing goes
// before its writer has decided; the sentence first, the rule small at the end.

import type { JSX } from 'solid-js'
import { createMemo, createSignal, For, Show } from 'solid-js'
import type { Dict } from '#shared/i18n/en.ts'
import { formatShortMoment } from '#shared/i18n/format.ts'
import type { Language } from '#shared/i18n/languages.ts'
import type { Offer } from '../../../hub/kept-words.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/button.tsx'
import { readerZone } from '../../../ui/time.tsx'
import { language, words } from '../../../ui/words.ts'

const t = () => words().text.drawer

interface DrawerProps {
  readonly offers: readonly Offer[]
  readonly lang: Language
  /** False where the place is gone, or this page only reads. */
  readonly onInsert: (offer: Offer) => boolean
  readonly onDecide: (id: string) => void
}

interface Group {
  readonly key: string
  readonly why: Offer['why']
  readonly offers: Offer[]
}

function grouped(offers: readonly Offer[]): Group[] {
  const groups = new Map<string, Group>()
  for (const offer of offers) {
    const key = offer.why ? JSON.stringify(offer.why) : ''
    const group = groups.get(key) ?? { key, why: offer.why, offers: [] }
    group.offers.push(offer)
    groups.set(key, group)
  }
  return [...groups.values()]
}

function titleOf(dict: Dict, { why, offers }: Group): string {
  const { drawer } = dict.text
  return why ? drawer.refusedTitle(offers.length) : drawer.unsentTitle(offers.length)
}

export function Drawer(props: DrawerProps): JSX.Element {
  const groups = createMemo(() => grouped(props.offers))
  return (
    <Show when={props.offers.length > 0}>
      <section
        class="drawer"
        data-drawer=""
        data-region="drawer"
        tabindex="-1"
        aria-label={groups()
          .map((group) => titleOf(words(), group))
          .join('. ')}
      >
        <For each={groups()}>
          {(group) => (
            <div class="drawer-group">
              <h2>
                {titleOf(words(), group)}
                <Show when={group.why}>
                  {(why) => <span>: {words().refused[why().code](why().facts ?? {})}</span>}
                </Show>
                <Show when={group.why?.rule}>
                  {(rule) => <small class="law"> ({words().law(rule())})</small>}
                </Show>
              </h2>
              <Show when={!group.why}>
                <p class="quiet">{words().text.drawer.unsentNote}</p>
              </Show>
              <ul>
                <For each={group.offers}>{(offer) => <Item {...props} offer={offer} />}</For>
              </ul>
            </div>
          )}
        </For>
      </section>
    </Show>
  )
}

function Item(props: DrawerProps & { readonly offer: Offer }): JSX.Element {
  const [note, setNote] = createSignal('')
  const [sure, setSure] = createSignal(false)
  const piece = () => props.offer.piece
  const say = (sentence: string) => {
    setNote(sentence)
    announce(sentence)
  }
  const insert = () => {
    if (!props.onInsert(props.offer)) return say(t().cannotInsert)
    announce(t().inserted)
    props.onDecide(props.offer.id)
  }
  const copy = async () => {
    const done = await copyWords(piece().words)
    if (done) say(t().copied)
  }
  const place = () => {
    const label = piece().label
    return label ? t().in(label) : t().nowhere
  }
  const when = () => t().written(formatShortMoment(language(), props.offer.at, readerZone()))
  return (
    <li class="drawer-item">
      <p class="quiet">
        {place()} · {when()}
      </p>
      <p class="drawer-words" lang={props.lang}>
        {piece().what === 'deletion' ? <del class="ours">{piece().words}</del> : piece().words}
      </p>
      <div class="buttons">
        <Show
          when={!sure()}
          fallback={
            <>
              <span>{t().discardSure}</span>
              <Button onPress={() => props.onDecide(props.offer.id)}>{t().discard}</Button>
              <Button weight="plain" onPress={() => setSure(false)}>
                {t().keep}
              </Button>
            </>
          }
        >
          <Show when={piece().what !== 'deletion'}>
            <Button onPress={insert}>{t().insertAgain}</Button>
          </Show>
          <Button onPress={() => void copy()}>{t().copy}</Button>
          <Button weight="plain" onPress={() => setSure(true)}>
            {t().discard}
          </Button>
        </Show>
        <span class="quiet">{note()}</span>
      </div>
    </li>
  )
}

/** Over plain http the clipboard is closed to pages: there the old way still works. */
async function copyWords(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    area.className = 'vh'
    document.body.append(area)
    area.select()
    const done = document.execCommand('copy')
    area.remove()
    return done
  }
}
