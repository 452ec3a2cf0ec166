// How the text will stand: the recognised structure on a sheet, with its computed labels. In:
// blocks. Out: their drawing, the first of them only when there are many. Keeps: labels come from
// the same numbering as the real text; every kind is told by shape and place, and named for who
// cannot see it.

import type { JSX } from 'solid-js'
import { createMemo, For, Show } from 'solid-js'
import type { ImportedText } from '#shared/document/import.ts'
import { labelsOf } from '#shared/document/numbering.ts'
import { kinds } from '#shared/document/blocks.ts'
import { formatList } from '#shared/i18n/format.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { language, words } from '../../../ui/words.ts'

const t = () => words().pages.create

const shownMax = 80

interface PreviewProps {
  readonly title: string
  readonly text: ImportedText | null
  /** The language of the text. */
  readonly language: Language
}

export function Preview(props: PreviewProps): JSX.Element {
  const blocks = createMemo(() =>
    (props.text?.blocks ?? []).map(({ kind, level, words: said }, i) => ({
      id: String(i),
      kind,
      level,
      said,
    })),
  )
  const labels = createMemo(() => labelsOf(blocks(), props.language))
  const counted = () =>
    kinds
      .map((kind) => ({ kind, count: blocks().filter((block) => block.kind === kind).length }))
      .filter(({ count }) => count > 0)
      .map(({ kind, count }) => t().kindCounts[kind](count))
  return (
    <section class="preview" aria-labelledby="preview">
      <h2 id="preview">{t().preview}</h2>
      <output class="quiet">
        {blocks().length > 0 ? t().recognised(formatList(language(), counted())) : t().previewEmpty}
      </output>
      <Show when={blocks().length > 0}>
        <div class="sheet lawlike" lang={props.language}>
          <Show when={props.title.trim() && blocks()[0]?.kind !== 'title'}>
            <p class="p-title">{props.title}</p>
          </Show>
          <For each={blocks().slice(0, shownMax)}>
            {(block) => (
              <div class={`p-row p-${block.kind} level-${block.level}`}>
                <span class="p-label">{labels().get(block.id)?.text}</span>
                <p>
                  <span class="vh" lang={language()}>
                    {words().kinds[block.kind]}:{' '}
                  </span>
                  {block.said}
                </p>
              </div>
            )}
          </For>
          <Show when={blocks().length > shownMax}>
            <p class="quiet">{t().more(blocks().length - shownMax)}</p>
          </Show>
        </div>
      </Show>
    </section>
  )
}
