import 'server-only'
import { decide } from '@/lib/workflow/decide'
import type { EventOf } from '@/lib/workflow/events'
import type { Machine, StateOf } from '@/lib/workflow/states'
import type { Granted, TransitionContext } from '@/lib/workflow/types'
import type { CertificateRequest } from '../certificate/types'
import { refused } from '../input/errors'
import type { RegisteredRecord } from '../ledger/types'
import { assignedColumns } from './assigned-columns'
import type { NotificationContext } from './notification-rows'
import type { ObjectorMail } from './objector-mail'
import type { TransitionWrite } from './plan'
import type { ColumnsOf, PlainRow, RowOf } from './tables'

/** What the handlers of a transition's effects work on; an effect whose part is missing fails the act. */
export interface EffectInputs {
  /** `ledger`: the record as it was read. */
  record?: RegisteredRecord
  /** `recompute`: the job that does it. */
  job?: PlainRow<'job'>
  /** `notify_…`: whom it concerns, and what the words and the link need. */
  concern?: NotificationContext
  /** `mail_contact` */
  mail?: ObjectorMail
  /** `issue_certificate`, `supersede_certificate` */
  certificate?: CertificateRequest
}

interface StepBase<M extends Machine> extends EffectInputs {
  machine: M
  id: string
  event: EventOf<M>
  context: TransitionContext
  /** Kept with the event; left out: the reason of the context, else its finding. */
  reason?: string | null
  data?: Record<string, unknown> | ((granted: Granted<M>) => Record<string, unknown>)
}

/** One event of one thing, as a use case asks for it: `from` and `version` as they were read, null where the event brings it into being. */
export type Step<M extends Machine = Machine> = M extends Machine
  ? StepBase<M> & ({ from: StateOf<M>; version: number; set?: ColumnsOf<M> } | { from: null; row: RowOf<M> })
  : never

/** A step that the workflow allows, with what it writes. */
export interface DecidedStep<M extends Machine = Machine> {
  step: Step<M>
  granted: Granted<M>
  write: TransitionWrite<M>
}

/** Asks the workflow. Throws `refused` with everything that stands in the way. */
export function decideStep<M extends Machine>(step: Step<M>, actor: { accountId: string | null }, now: Date): DecidedStep<M> {
  const { machine, id, event, from, context, data } = step as Step<M> & StepBase<M> & { from: StateOf<M> | null }
  const granted = decide(machine, from, event, context)
  if (!granted.ok) throw refused(granted.refusals, id)
  const base = {
    machine,
    id,
    event,
    to: granted.to,
    reason: step.reason === undefined ? (context.reason ?? context.finding ?? null) : step.reason,
    data: dataOf(data as StepBase<M>['data'], granted),
  }
  const columns = assignedColumns(machine, granted, { from, actorId: actor.accountId, today: context.today, now })
  const own = step.from === null ? { row: { ...columns, ...step.row } } : { version: step.version, set: { ...columns, ...step.set } }
  return { step, granted, write: { ...base, from, ...own } as TransitionWrite<M> }
}

function dataOf<M extends Machine>(data: StepBase<M>['data'], granted: Granted<M>): Record<string, unknown> {
  return (typeof data === 'function' ? data(granted) : data) ?? {}
}
