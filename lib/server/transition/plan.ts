import 'server-only'
import type { EventOf } from '@/lib/workflow/events'
import type { Machine, StateOf } from '@/lib/workflow/states'
import type { LedgerWrite } from '../ledger/types'
import type { ColumnsOf, PlainRow, PlainTable, RowOf } from './tables'

interface WriteBase<M extends Machine> {
  machine: M
  id: string
  event: EventOf<M>
  to: StateOf<M>
  reason: string | null
  /** Kept with the event: what was decided on, never personal numbers. */
  data: Record<string, unknown>
}

/** A change of state, decided and ready to be committed: conditional on what was read. */
export type TransitionWrite<M extends Machine = Machine> = M extends Machine
  ? WriteBase<M> & ({ from: StateOf<M>; version: number; set: ColumnsOf<M> } | { from: null; row: RowOf<M> })
  : never

/** A person whose ledgers are rewritten, or whose terms depend on them: the versions that the new figures were computed from. */
export interface PersonGuard {
  id: string
  ledgerVersion: number
  rulesRevision: number
}

export type Inserts = { [T in PlainTable]?: readonly PlainRow<T>[] }

/** All that one act writes. */
export interface Plan {
  transitions: readonly TransitionWrite[]
  ledgers: readonly LedgerWrite[]
  people: readonly PersonGuard[]
  inserts: Inserts
}

/** One plan of several, in this order. */
export function mergePlans(...parts: readonly Partial<Plan>[]): Plan {
  const inserts: { [T in PlainTable]?: PlainRow<T>[] } = {}
  for (const part of parts) for (const table of Object.keys(part.inserts ?? {}) as PlainTable[]) addRows(table, part.inserts?.[table] ?? [])
  return {
    transitions: parts.flatMap((part) => part.transitions ?? []),
    ledgers: parts.flatMap((part) => part.ledgers ?? []),
    people: parts.flatMap((part) => part.people ?? []),
    inserts,
  }

  function addRows(table: PlainTable, rows: readonly PlainRow<PlainTable>[]): void {
    const list = (inserts[table] ?? []) as PlainRow<PlainTable>[]
    list.push(...rows)
    Object.assign(inserts, { [table]: list })
  }
}
