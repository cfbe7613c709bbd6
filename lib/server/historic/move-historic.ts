import 'server-only'
import { z } from 'zod'
import type { Action } from '@/lib/access/permissions'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, yearOf } from '@/lib/calendar/plain-date'
import type { WorkCalendar } from '@/lib/calendar/working-days'
import type { EventOf } from '@/lib/workflow/events'
import type { TransitionContext } from '@/lib/workflow/types'
import { act } from '../consequence/act'
import { guardOf } from '../consequence/ledger-consequences'
import { termConsequences } from '../consequence/term-consequences'
import { db } from '../database/db'
import { notFound } from '../input/errors'
import { id, text, version } from '../input/fields'
import { loadLedgers } from '../ledger/ledgers'
import type { PersonLedgers } from '../ledger/types'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { actorContext } from '../transition/context'
import type { Step } from '../transition/step'
import type { ColumnsOf } from '../transition/tables'
import { competentBureauOf } from '../year/competent-bureau'
import { historicScope } from './scope'

interface Context {
  now: Date
}

/** A past year's paper hours as the page showed them: what has changed since is looked at again. */
const shown = { historic: id(), version: version() }
const reason = text(500, { lines: true })

export const submitHistoricInput = z.strictObject(shown)

/** Handed in, with its scan, to the bureau that would certify the person's year (N6.1–N6.4). */
export function submitHistoricYear(actor: Actor, input: z.infer<typeof submitHistoricInput>, { now }: Context): Promise<{ id: string }> {
  const today = dateInShanghai(now)
  const set = async ({ personId }: HistoricYear): Promise<ColumnsOf<'historic'>> => {
    const { bureau } = await competentBureauOf(personId, yearOf(today), today)
    return { region_code: bureau.regionCode, route_clause: bureau.clause, entered_at: now }
  }
  return moveHistoric(actor, input, { event: 'submit', permission: 'historic_enter', set }, now)
}

export const withdrawHistoricInput = z.strictObject(shown)

/** Paper hours taken back by their person before a bureau has verified them; the same year can be entered again. */
export function withdrawHistoricYear(
  actor: Actor,
  input: z.infer<typeof withdrawHistoricInput>,
  { now }: Context,
): Promise<{ id: string }> {
  return moveHistoric(actor, input, { event: 'withdraw', permission: 'historic_enter' }, now)
}

export const verifyHistoricInput = z.strictObject(shown)

/** The numbers agree with the stamped form: the year counts in the person's term from now on. */
export function verifyHistoricYear(actor: Actor, input: z.infer<typeof verifyHistoricInput>, { now }: Context): Promise<{ id: string }> {
  const set: ColumnsOf<'historic'> = { verified_by: actor.accountId, verified_at: now }
  return moveHistoric(actor, input, { event: 'verify', permission: 'historic_verify', set }, now)
}

export const returnHistoricInput = z.strictObject({ ...shown, reason })

/** Handed back to the person with what is to be changed. */
export function returnHistoricYear(actor: Actor, input: z.infer<typeof returnHistoricInput>, { now }: Context): Promise<{ id: string }> {
  return moveHistoric(actor, input, { event: 'return', permission: 'historic_verify', reason: input.reason }, now)
}

export const revokeHistoricInput = z.strictObject({ ...shown, reason })

/** A verification revoked (M20): the hours no longer count, and a term certified over them follows in the same act. */
export function revokeHistoricYear(actor: Actor, input: z.infer<typeof revokeHistoricInput>, { now }: Context): Promise<{ id: string }> {
  const move: HistoricMove = {
    event: 'revoke',
    permission: 'historic_verify',
    reason: input.reason,
    set: { verified_by: null, verified_at: null },
    follow: (person) => termConsequences({ actor, now }, person, { historicGone: input.historic, correcting: true }, input.reason),
  }
  return moveHistoric(actor, input, move, now)
}

interface HistoricYear {
  personId: string
  year: number
}

interface HistoricMove {
  event: EventOf<'historic'>
  permission: Action
  reason?: string
  set?: ColumnsOf<'historic'> | ((row: HistoricYear) => Promise<ColumnsOf<'historic'>>)
  /** What becomes of the person's terms, where the event changes what counts. */
  follow?: (person: PersonLedgers) => Promise<Step[]>
}

/** What the workflow needs to know of a past year's paper hours, for this actor now. */
export function historicContext(
  actor: Actor,
  row: { personId: string; evidenceId: string | null },
  now: Date,
  calendar: WorkCalendar,
): TransitionContext {
  const isSelf = actor.personId !== null && actor.personId === row.personId
  return { ...actorContext(actor, now, calendar, { isSelf }), evidence: row.evidenceId === null ? 0 : 1 }
}

/** One event of one past year. The commit is held against the person's ledgers, so that no term is certified over it at the same moment. */
async function moveHistoric(
  actor: Actor,
  input: { historic: string; version: number },
  { event, permission, reason: because, set, follow }: HistoricMove,
  now: Date,
): Promise<{ id: string }> {
  const row = await db.historicYear.findFirst({
    where: { AND: [{ id: input.historic }, historicScope(actor, permission)] },
    select: { id: true, personId: true, year: true, state: true, evidenceId: true },
  })
  if (!row) throw notFound()
  const person = (await loadLedgers([row.personId])).get(row.personId)
  if (!person) throw new Error('paper hours without their person')
  const context = { ...historicContext(actor, row, now, await readWorkCalendar()), reason: because }
  const step: Step<'historic'> = {
    machine: 'historic',
    id: row.id,
    from: row.state,
    version: input.version,
    event,
    context,
    set: typeof set === 'function' ? await set(row) : (set ?? {}),
    concern: { personId: row.personId, machine: 'historic', historicId: row.id, year: row.year },
  }
  await act(actor, { steps: [step, ...((await follow?.(person)) ?? [])], people: [guardOf(person)] }, now)
  return { id: row.id }
}
