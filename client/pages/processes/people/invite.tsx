// Inviting a person. In: name, address, role, delegation. Out: a place in the process, and a link
// to pass on unless the person already has an account. Keeps: a refusal stands beside its field and
// keeps what was typed; the chair and the secretariat are asked for no delegation.

import type { JSX } from 'solid-js'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { CHAIR } from '#shared/ids.ts'
import type { PartyCode } from '#shared/ids.ts'
import { limits } from '#shared/limits.ts'
import { nameOf, partiesSorted } from '#shared/parties/names.ts'
import type { RefusalCode } from '#shared/refusal.ts'
import type { Role } from '#shared/roles.ts'
import { roles } from '#shared/roles.ts'
import type { ProcessView } from '../../../../server/trpc/router.ts'
import type { Failure } from '../../../hub/trpc.ts'
import { ask, hub, isFailure } from '../../../hub/trpc.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { focusWrong, SelectField, TextField } from '../../../ui/field.tsx'
import { failureSentence, FailureNotice } from '../../../ui/notice.tsx'
import { language, words } from '../../../ui/words.ts'
import type { HandedOut } from './link.tsx'
import { LinkToPassOn } from './link.tsx'

const t = () => words().pages.people

interface InviteProps {
  readonly open: boolean
  readonly process: ProcessView
  readonly onClose: () => void
  readonly onChanged: () => void
}

interface Done {
  readonly name: string
  readonly link: HandedOut | null
}

export function Invite(props: InviteProps): JSX.Element {
  const [done, setDone] = createSignal<Done | null>(null)
  const close = () => {
    setDone(null)
    props.onClose()
  }
  return (
    <Dialog
      open={props.open}
      title={done()?.link ? t().linkTitle(done()!.name) : t().inviteTitle}
      onClose={close}
    >
      <Switch
        fallback={
          <InviteForm
            process={props.process}
            onCancel={close}
            onDone={(answer) => {
              setDone(answer)
              props.onChanged()
            }}
          />
        }
      >
        <Match when={done()?.link}>
          {(link) => <LinkToPassOn link={link()} onClose={close} />}
        </Match>
        <Match when={done()}>
          {(answer) => (
            <>
              <output>{t().hasAccount(answer().name)}</output>
              <div class="buttons">
                <Button onPress={close}>{words().act.close}</Button>
              </div>
            </>
          )}
        </Match>
      </Switch>
    </Dialog>
  )
}

type Field = 'name' | 'email' | 'party'

/** Which field a refusal belongs to. */
const fieldOf: Partial<Record<RefusalCode, Field>> = {
  'name-missing': 'name',
  'email-malformed': 'email',
  'address-taken': 'email',
  'party-unknown': 'party',
}

interface Invited {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly party: string
}

const ofTheChair = (role: Role) => role === 'chair' || role === 'secretariat'

interface InviteFormProps {
  readonly process: ProcessView
  readonly onCancel: () => void
  readonly onDone: (done: Done) => void
}

function InviteForm(props: InviteFormProps): JSX.Element {
  const [person, setPerson] = createSignal<Invited>({
    name: '',
    email: '',
    role: 'delegate',
    party: '',
  })
  const [failure, setFailure] = createSignal<Failure | null>(null)
  const [busy, setBusy] = createSignal(false)
  const field = () => {
    const why = failure()
    return why?.failed === 'refused' ? (fieldOf[why.refusal.refused] ?? null) : null
  }

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    if (busy()) return
    setBusy(true)
    const { name, email, role, party } = person()
    const answer = await ask(
      hub.processes.invite.mutate({
        process: props.process.id,
        name,
        email,
        role,
        party: ofTheChair(role) ? CHAIR : (party as PartyCode),
      }),
    )
    setBusy(false)
    setFailure(isFailure(answer) ? answer : null)
    if (isFailure(answer)) focusWrong(form)
    else props.onDone({ name, link: answer.link })
  }

  return (
    <form class="form" onSubmit={(event) => void submit(event)} noValidate>
      <InviteFields
        person={person()}
        process={props.process}
        errorOf={(asked) =>
          field() === asked && failure() ? failureSentence(words(), failure()!) : null
        }
        onChange={(change) => setPerson((now) => ({ ...now, ...change }))}
      />
      <FailureNotice failure={field() ? null : failure()} />
      <div class="buttons">
        <Button type="submit" weight="main" busy={busy()}>
          {busy() ? t().inviteDoing : t().inviteDo}
        </Button>
        <Button onPress={() => props.onCancel()}>{words().act.cancel}</Button>
      </div>
    </form>
  )
}

interface InviteFieldsProps {
  readonly person: Invited
  readonly process: ProcessView
  readonly errorOf: (field: Field) => string | null
  readonly onChange: (change: Partial<Invited>) => void
}

function InviteFields(props: InviteFieldsProps): JSX.Element {
  const parties = () =>
    partiesSorted(
      props.process.members.map((member) => member.party),
      language(),
    ).map((code) => ({ value: code, text: nameOf(code, language()) }))
  return (
    <>
      <TextField
        label={t().name}
        error={props.errorOf('name')}
        autocomplete="off"
        maxLength={limits.nameCharactersMax}
        value={props.person.name}
        onText={(name) => props.onChange({ name })}
      />
      <TextField
        label={t().email}
        error={props.errorOf('email')}
        type="email"
        autocomplete="off"
        maxLength={limits.emailCharactersMax}
        value={props.person.email}
        onText={(email) => props.onChange({ email })}
      />
      <SelectField
        label={t().role}
        value={props.person.role}
        options={roles.map((each) => ({ value: each, text: words().roles[each] }))}
        onChoose={(role) => props.onChange({ role: role as Role })}
      />
      <Show when={!ofTheChair(props.person.role)}>
        <SelectField
          label={t().delegation}
          error={props.errorOf('party')}
          placeholder={t().chooseDelegation}
          value={props.person.party}
          options={parties()}
          onChoose={(party) => props.onChange({ party })}
        />
      </Show>
    </>
  )
}
