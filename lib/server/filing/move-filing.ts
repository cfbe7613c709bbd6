import 'server-only'
import type { Actor } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { decide } from '@/lib/workflow/decide'
import type { EventOf } from '@/lib/workflow/events'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { FilingState } from '@/lib/workflow/states'
import type { TransitionContext } from '@/lib/workflow/types'
import { act as perform } from '../consequence/act'
import { readLastEvent } from '../database/read-last-event'
import { ExpectedError, forbidden, requireGranted } from '../input/errors'
import { id, version } from '../input/fields'
import type { NotificationContext } from '../transition/notification-rows'
import type { Step } from '../transition/step'
import type { ColumnsOf } from '../transition/tables'
import { type FilingForDecision, filingContext, loadFiling, mayAct } from './load-filing'

/** The fields of every act on one filing: which, and the version that the page showed. */
export const filingActFields = { filing: id(), version: version() }
export interface FilingAct {
  filing: string
  /** Left out, what is read now counts. */
  version?: number
  reason?: string
}

type Awaitable<T> = T | Promise<T>

interface Move {
  event: EventOf<'filing'>
  /** Columns beside the state; as a function, which says its type, where they depend on where it leads. */
  set?: ColumnsOf<'filing'> | ((to: FilingState, filing: FilingForDecision, context: TransitionContext) => Awaitable<ColumnsOf<'filing'>>)
  /** Kept with the event. */
  data?: (filing: FilingForDecision) => Record<string, unknown>
}

/** One event of one filing. */
export async function moveFiling(
  actor: Actor,
  act: FilingAct,
  { event, set, data }: Move,
  now: Date,
): Promise<{ id: string; to: FilingState }> {
  const filing = await loadFiling(actor, act.filing)
  if (!mayAct(actor, filing, event)) throw forbidden()
  const context: TransitionContext = { ...(await filingContext(actor, filing, now)), reason: act.reason ?? null }
  const { to } = requireGranted(decide('filing', filing.state, event, context), filing.id)
  // Nobody agrees to what they have not seen: the page showed an earlier version.
  if (act.version !== undefined && act.version !== filing.version)
    throw new ExpectedError({ code: 'conflict', ...(await readLastEvent([filing.id])) })
  const columns = typeof set === 'function' ? await set(to, filing, context) : (set ?? {})
  const step: Step<'filing'> = {
    machine: 'filing',
    id: filing.id,
    from: filing.state,
    version: filing.version,
    event,
    context,
    reason: act.reason || null,
    data: data?.(filing) ?? {},
    set: { due_on: isInGroup('filing', to, 'waiting') ? dueOf(filing, context) : null, ...columns },
    concern: concernOf(filing, to),
  }
  await perform(actor, { steps: [step] }, now)
  return { id: filing.id, to }
}

function concernOf({ id: filingId, providerId, content }: FilingForDecision, to: FilingState): NotificationContext {
  return { filerId: providerId, machine: 'filing', filingId, title: content.title, to }
}

/** N3.2 names no time for the answer, but a day that it must come by: the first. What was filed elsewhere is answered in the order in which it came. */
function dueOf(filing: FilingForDecision, context: TransitionContext): PlainDate {
  return filing.outside ? context.today : filing.changed.startsOn
}

/** Nobody has agreed yet: after a return both are asked again. */
export const NO_APPROVALS = { bureau_approved_on: null, authority_approved_on: null }
/** No change is under way. */
export const NO_CHANGE = { change_bureau_approved_on: null, change_authority_approved_on: null }
