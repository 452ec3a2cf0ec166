// One person, and what may be done about their place. In: the person and the process. Out: acts at
// the hub: who writes, a link to a new password, writing restored, the place ended. Keeps: what
// cannot be taken back is asked once more, in full; only acts the reader has the right to are
// offered.

import type { JSX } from 'solid-js'
import { createEffect, createSignal, Match, on, Show, Switch } from 'solid-js'
import { nameOf } from '#shared/parties/names.ts'
import type { PersonView, ProcessView } from '../../../../server/trpc/router.ts'
import type { Failure } from '../../../hub/trpc.ts'
import { ask, hub, isFailure } from '../../../hub/trpc.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FailureNotice } from '../../../ui/notice.tsx'
import { language, words } from '../../../ui/words.ts'
import { mayHere } from '../frame.tsx'
import type { HandedOut } from './link.tsx'
import { LinkToPassOn } from './link.tsx'
import { maySaySpeaks } from './speaks.ts'

const t = () => words().pages.people

interface PersonDialogProps {
  readonly person: PersonView | null
  readonly process: ProcessView
  readonly onClose: () => void
  readonly onChanged: () => void
}

export function PersonDialog(props: PersonDialogProps): JSX.Element {
  const [ending, setEnding] = createSignal(false)
  const [link, setLink] = createSignal<HandedOut | null>(null)
  const acting = createActing(() => props.onChanged())
  const name = () => props.person?.name ?? t().unnamed
  createEffect(
    on(
      () => props.person?.seat,
      () => {
        setEnding(false)
        setLink(null)
        acting.forget()
      },
    ),
  )

  const seat = () => ({ process: props.process.id, seat: props.person!.seat })
  const say = async (speaks: boolean) => {
    const said = speaks ? t().nowWrites(name()) : t().nowReads(name())
    await acting.act(hub.processes.setSpeaks.mutate({ ...seat(), speaks }), said)
  }
  const restore = () =>
    acting.act(hub.processes.restoreWriting.mutate(seat()), t().restored(name()))
  const handOut = async () =>
    setLink(await acting.act(hub.processes.newPasswordLink.mutate(seat())))
  const end = async () => {
    const said = t().ended(name())
    if (await acting.act(hub.processes.endSeat.mutate(seat()), said)) props.onClose()
  }

  const title = () => (ending() ? t().endTitle(name()) : link() ? t().linkTitle(name()) : name())
  return (
    <Dialog open={props.person !== null} title={title()} onClose={() => props.onClose()}>
      <FailureNotice failure={acting.failure()} />
      <Switch>
        <Match when={link()}>
          {(handed) => <LinkToPassOn link={handed()} onClose={() => props.onClose()} />}
        </Match>
        <Match when={ending()}>
          <Ending busy={acting.busy()} onEnd={() => void end()} onBack={() => setEnding(false)} />
        </Match>
        <Match when={props.person}>
          {(person) => (
            <Acts
              person={person()}
              process={props.process}
              busy={acting.busy()}
              onSpeaks={(speaks) => void say(speaks)}
              onRestore={() => void restore()}
              onLink={() => void handOut()}
              onEnd={() => setEnding(true)}
              onClose={() => props.onClose()}
            />
          )}
        </Match>
      </Switch>
    </Dialog>
  )
}

/** One act at a time: says what was done, and has the list asked for again. */
function createActing(onChanged: () => void) {
  const [failure, setFailure] = createSignal<Failure | null>(null)
  const [busy, setBusy] = createSignal(false)
  async function act<T>(asked: Promise<T>, said?: string): Promise<T | null> {
    setBusy(true)
    const answer = await ask(asked)
    setBusy(false)
    setFailure(isFailure(answer) ? answer : null)
    if (isFailure(answer)) return null
    if (said) announce(said)
    onChanged()
    return answer
  }
  return { failure, busy, act, forget: () => setFailure(null) }
}

interface EndingProps {
  readonly busy: boolean
  readonly onEnd: () => void
  readonly onBack: () => void
}

function Ending(props: EndingProps): JSX.Element {
  return (
    <>
      <p>{t().endSentence}</p>
      <div class="buttons">
        <Button weight="grave" busy={props.busy} onPress={() => props.onEnd()}>
          {t().endDo}
        </Button>
        <Button onPress={() => props.onBack()}>{words().act.cancel}</Button>
      </div>
    </>
  )
}

interface ActsProps {
  readonly person: PersonView
  readonly process: ProcessView
  readonly busy: boolean
  readonly onSpeaks: (speaks: boolean) => void
  readonly onRestore: () => void
  readonly onLink: () => void
  readonly onEnd: () => void
  readonly onClose: () => void
}

function Acts(props: ActsProps): JSX.Element {
  const paused = () =>
    props.person.writingSuspendedAt !== null && mayHere(props.process, 'restore writing')
  const facts = () =>
    [
      words().roles[props.person.role],
      nameOf(props.person.party, language()),
      props.person.email,
    ].filter(Boolean)
  return (
    <div class="acts">
      <p class="quiet">{facts().join(' · ')}</p>
      <Show when={maySaySpeaks(props.process, props.person)}>
        <Button busy={props.busy} onPress={() => props.onSpeaks(!props.person.speaks)}>
          {props.person.speaks ? t().stopWriting : t().letWrite}
        </Button>
      </Show>
      <Show when={paused()}>
        <Button busy={props.busy} onPress={() => props.onRestore()}>
          {t().restore}
        </Button>
      </Show>
      <Show when={mayHere(props.process, 'hand out password links') && !props.person.you}>
        <Button busy={props.busy} onPress={() => props.onLink()}>
          {t().newPassword}
        </Button>
      </Show>
      <Show when={mayHere(props.process, 'end seats') && !props.person.you}>
        <Button busy={props.busy} onPress={() => props.onEnd()}>
          {t().endSeat}
        </Button>
      </Show>
      <Button weight="plain" onPress={() => props.onClose()}>
        {words().act.close}
      </Button>
    </div>
  )
}
