// The clean view: what stands if nothing more is accepted, open spots marked. In: the paragraphs.
// Out: a sheet to read and to print. Keeps: no proposed word is read as if it stood; every open
// spot shows.

import type { JSX } from 'solid-js'
import { For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Language } from '#shared/i18n/languages.ts'
import { words } from '../../../ui/words.ts'
import { cleanPartsOf, type CleanPart, type Paragraph } from './paragraphs.ts'

const headingTags = ['h2', 'h2', 'h3', 'h4'] as const

function tagOf({ kind, level, isMainTitle }: Paragraph): string {
  if (isMainTitle) return 'h1'
  return kind === 'heading' ? (headingTags[level] ?? 'h4') : 'p'
}

export function CleanSheet(props: {
  readonly list: readonly Paragraph[]
  readonly lang: Language
}): JSX.Element {
  return (
    <div class="clean" lang={props.lang}>
      <For each={props.list}>
        {(paragraph) => (
          <article
            class={`para ${paragraph.kind} level-${paragraph.level}`}
            classList={{ 'main-title': paragraph.isMainTitle }}
            data-clean={paragraph.id}
            data-begins={paragraph.begins ? words().text.outline[paragraph.begins] : undefined}
          >
            <div class="para-margin">
              <span class="para-label">{paragraph.label.text}</span>
            </div>
            <Dynamic
              component={tagOf(paragraph)}
              class="para-words"
              data-number={paragraph.level > 1 ? paragraph.label.number : undefined}
            >
              <For each={withLead(paragraph)}>{(part) => <Part part={part} />}</For>
            </Dynamic>
          </article>
        )}
      </For>
    </div>
  )
}

interface Shown extends CleanPart {
  readonly isLead?: boolean
}

/** The first word of what States say or do is set in italics, as in the working view. */
function withLead(paragraph: Paragraph): Shown[] {
  const [first, ...others] = cleanPartsOf(paragraph)
  if (!first) return []
  const leads =
    paragraph.kind === 'recital' || (paragraph.kind === 'operative' && isMain(paragraph))
  const lead = leads && first.part === 'stands' ? /^[\p{L}\p{M}’'-]+/u.exec(first.words)?.[0] : null
  if (!lead) return [first, ...others]
  const rest = { ...first, words: first.words.slice(lead.length) }
  return [{ part: 'stands', words: lead, isLead: true }, rest, ...others]
}

const isMain = ({ level }: Paragraph) => level === 1

function Part(props: { readonly part: Shown }): JSX.Element {
  return (
    <Show
      when={props.part.part !== 'stands'}
      fallback={
        <Show when={props.part.isLead} fallback={props.part.words}>
          <span class="lead">{props.part.words}</span>
        </Show>
      }
    >
      <span class="open-spot">
        <span aria-hidden="true">[</span>
        <span class="vh">{words().text.clean.openSpot}</span>
        <Show
          when={props.part.part === 'questioned'}
          fallback={<span aria-hidden="true"> … </span>}
        >
          {props.part.words}
        </Show>
        <span aria-hidden="true">]</span>
      </span>
    </Show>
  )
}
