import 'server-only'
import type { Actor } from '@/lib/access/types'
import { act } from '../consequence/act'
import { db } from '../database/db'
import { forbidden, notFound } from '../input/errors'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { actorContext } from '../transition/context'
import type { Step } from '../transition/step'

interface OwnYear {
  year: number
  /** The version that the page showed. */
  version?: number
}
interface Context {
  now: Date
}

/** Takes the request back: the year is open again, and another option can be chosen. */
export function withdrawRequest(actor: Actor, input: OwnYear, { now }: Context): Promise<{ year: number }> {
  return moveOwn(actor, input, 'withdraw', now)
}

/** After a revocation the person opens the year again, to complete it and ask once more. */
export function reopenYear(actor: Actor, input: OwnYear, { now }: Context): Promise<{ year: number }> {
  return moveOwn(actor, input, 'reopen', now)
}

async function moveOwn(actor: Actor, { year, version }: OwnYear, event: 'withdraw' | 'reopen', now: Date): Promise<{ year: number }> {
  const { personId } = actor
  if (personId === null) throw forbidden()
  const [row, calendar] = await Promise.all([
    db.year.findUnique({ where: { personId_year: { personId, year } }, select: { id: true, state: true, version: true } }),
    readWorkCalendar(),
  ])
  if (!row) throw notFound()
  const step: Step<'year'> = {
    machine: 'year',
    id: row.id,
    from: row.state,
    version: version ?? row.version,
    event,
    context: actorContext(actor, now, calendar, { isSelf: true }),
  }
  await act(actor, { steps: [step] }, now)
  return { year }
}
