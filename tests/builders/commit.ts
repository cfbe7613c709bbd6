import type { Actor } from '@/lib/access/types'
import { commitTransitions } from '@/lib/server/transition/commit-transitions'
import type { Plan, TransitionWrite } from '@/lib/server/transition/plan'
import { type ColumnsOf, type RowOf, TABLE_OF, WORKFLOW_TABLES } from '@/lib/server/transition/tables'
import type { EventOf } from '@/lib/workflow/events'
import type { Machine, StateOf } from '@/lib/workflow/states'

interface Written<M extends Machine> {
  machine: M
  id: string
  event: EventOf<M>
  to: StateOf<M>
}

/** A state that a test starts from: written as it is, without asking the workflow. */
export type DirectWrite<M extends Machine = Machine> = M extends Machine
  ? Written<M> & ({ from: StateOf<M>; version: number; set?: ColumnsOf<M> } | { from: null; row: RowOf<M> })
  : never

/** Commits what only a test may write directly: the starting point of what it is about. */
export function commitDirectly(actor: Actor, writes: readonly DirectWrite[], now: Date, beside: Partial<Plan> = {}): Promise<void> {
  const transitions = writes.map((write) => {
    const base = { reason: null, data: {}, ...write }
    return (
      write.from === null ? { ...base, row: { ...noDeadline(write.machine), ...write.row } } : { set: {}, ...base }
    ) as TransitionWrite
  })
  return commitTransitions(actor, { transitions, ledgers: [], people: [], inserts: {}, ...beside }, now)
}

/** What an act writes for a thing that waits for nobody by a certain day. */
function noDeadline(machine: Machine): object {
  const columns: readonly string[] = WORKFLOW_TABLES[TABLE_OF[machine]].columns
  return columns.includes('due_provisional') ? { due_provisional: false } : {}
}
