// What follows a refusal in the text: the author is told the rule and starts anew; it is recorded; after
// three in ten minutes the account only reads until the secretariat restores it (DESIGN §4). In: a
// refusal and whose it was. Out: NACK, a closed socket, rows. Keeps: nobody else in the room is affected.

import type { DocumentId } from '#shared/ids.ts'
import { limits } from '#shared/limits.ts'
import { ruleOf, type Refusal, type RefusalCode } from '#shared/refusal.ts'
import { closeCode, encodeJson, message, type Nack } from '#shared/wire.ts'
import { record } from '../../audit/record.ts'
import type { World } from '../../hub-types.ts'
import type { Connection } from '../connection.ts'

export class Refusals {
  readonly #world: World

  constructor(world: World) {
    this.#world = world
  }

  refuse(document: DocumentId, connection: Connection, frame: number, refusal: Refusal): void {
    const rule = ruleOf(refusal.refused)
    if (connection.isOurs) {
      const nack: Nack = { frame, code: refusal.refused, rule, ...factsOf(refusal) }
      connection.send(encodeJson(message.nack, nack))
    }
    const wroteAsReader = connection.visitor.standing.writing === null
    const code = wroteAsReader ? closeCode.notAllowed : closeCode.refused
    connection.close(code, rule ? `${refusal.refused} (${rule})` : refusal.refused)
    if (wroteAsReader || uncounted.has(refusal.refused)) return
    this.#record(document, connection, refusal).catch(() => {
      this.#world.log.error({ document }, 'a refusal could not be recorded')
    })
  }

  async #record(document: DocumentId, { visitor }: Connection, refusal: Refusal): Promise<void> {
    const { store, clock, log, signals } = this.#world
    const at = clock.now()
    const rule = ruleOf(refusal.refused)
    const { account, process } = visitor
    log.info({ document, account, code: refusal.refused, rule }, 'refused')
    const suspended = await store.transaction(async (tx) => {
      await tx
        .insertInto('refusal')
        .values({ document_id: document, account_id: account, code: refusal.refused, rule, at })
        .execute()
      const detail = { code: refusal.refused }
      const base = { at, by: account, process, target: document, rule }
      await record(tx, { ...base, act: 'refused', detail })
      const since = at - limits.refusalsWindowMs
      const { many } = await tx
        .selectFrom('refusal')
        .where('account_id', '=', account)
        .where('at', '>', since)
        .select(({ fn }) => fn.countAll<number>().as('many'))
        .executeTakeFirstOrThrow()
      if (Number(many) < limits.refusalsBeforeReadOnly) return null
      const seat = await tx
        .updateTable('seat')
        .set({ writing_suspended_at: at })
        .where('account_id', '=', account)
        .where('process_id', '=', process)
        .where('ended_at', 'is', null)
        .where('writing_suspended_at', 'is', null)
        .returning('id')
        .executeTakeFirst()
      if (!seat) return null
      await record(tx, { ...base, act: 'writing-suspended', target: seat.id })
      return seat.id
    })
    if (suspended) signals.emit('seat-changed', suspended, account)
  }
}

/** Others may bring these about for an honest page: they never count against an account. */
const uncounted: ReadonlySet<RefusalCode> = new Set(['over-limit', 'standing-changed'])

const factsOf = ({ facts }: Refusal) => (facts ? { facts } : {})
