import 'server-only'
import type { DatabaseError } from 'pg'
import type { Actor } from '@/lib/access/types'
import type { EventOf } from '@/lib/workflow/events'
import type { Machine, StateOf } from '@/lib/workflow/states'
import { pool } from '../database/db'
import { newId } from '../database/ids'
import { readLastEvent } from '../database/read-last-event'
import { ExpectedError } from '../input/errors'
import { commitStatement, isConsequence, PLAIN_TABLES, type PlainTable, type StatementShape, type WorkflowTable } from './commit-statement'

const TABLE_OF: Record<Machine, WorkflowTable> = {
  record: 'hour_record',
  batch: 'publicity_batch',
  objection: 'objection',
  filing: 'filing',
  year: 'year',
  term: 'term',
  certificate: 'certificate',
  case: 'case_file',
  rule_set: 'rule_set_version',
  roster: 'roster',
  historic: 'historic_year',
}

interface TransitionBase<M extends Machine> {
  machine: M
  id: string
  event: EventOf<M>
  to: StateOf<M>
  reason?: string | null
  /** Kept with the event: what was decided on, never personal numbers. */
  data?: Record<string, unknown>
}

/** A change of state: conditional on what was read. `set` and `row` are keyed by column name. */
export type TransitionWrite<M extends Machine = Machine> = M extends Machine
  ? TransitionBase<M> &
      ({ from: StateOf<M>; version: number; set?: Record<string, unknown> } | { from: null; row: Record<string, unknown> })
  : never

/** A year's ledger as it will be: `version` 0 makes the row. */
export interface LedgerWrite {
  id: string
  personId: string
  year: number
  version: number
  total: number
  professional: number
  public: number
  met: boolean
  ruleSet: string
  result: unknown
  /** The option the person chose; null: the highest. */
  choiceId: string | null
}

export interface Commit {
  transitions: readonly TransitionWrite[]
  ledgers?: readonly LedgerWrite[]
  /** The people whose ledgers are rewritten, or whose terms rest on them, with the version that was read and the rules that they were reckoned by. */
  people?: readonly { id: string; ledgerVersion: number; rulesRevision: number }[]
  inserts?: Partial<Record<PlainTable, readonly Record<string, unknown>[]>>
}

/** Somebody's ledger moved between reading and writing: the use case is to be run again. */
export class StaleLedger extends Error {}

/**
 * The one door for change: one or ten thousand transitions, their events, ledgers, notifications and outbox rows in one SQL statement.
 * All of it or nothing: where someone else was first it throws `conflict` naming who and what.
 */
export async function commitTransitions(
  actor: Pick<Actor, 'accountId' | 'role' | 'organizationId'>,
  commit: Commit,
  now: Date,
): Promise<void> {
  const input: Record<string, unknown> = {
    now: now.toISOString(),
    actor_id: actor.accountId,
    actor_role: actor.role,
    office_id: actor.organizationId,
    events: commit.transitions.map((moved) => ({
      id: newId(),
      stream: moved.machine,
      stream_id: moved.id,
      event: moved.event,
      from_state: moved.from,
      to_state: moved.to,
      reason: moved.reason ?? null,
      data: moved.data ?? {},
    })),
  }
  const { updates, creates } = sortTransitions(commit.transitions, input, now)
  const ledgers = foldLedgers(commit, input)
  const inserts = PLAIN_TABLES.filter((table) => (commit.inserts?.[table]?.length ?? 0) > 0)
  for (const table of inserts) input[`i_${table}`] = commit.inserts?.[table]
  const shape: StatementShape = { updates, creates, inserts, ledgers }
  try {
    await retryOnDeadlock(() => pool.query({ ...commitStatement(shape), values: [JSON.stringify(input)] }))
  } catch (error) {
    if ((error as DatabaseError).code !== 'XS409' && (error as DatabaseError).code !== '23505') throw error
    const message = (error as Error).message
    if (isStale(message, ledgers)) throw new StaleLedger(message)
    throw await describeConflict(commit.transitions)
  }
}

const MAX_ATTEMPTS = 5

/** Two that wait for each other's rows (40P01), or saw each other (40001): the database undid one of them, which then takes its turn. */
async function retryOnDeadlock(statement: () => Promise<unknown>): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    try {
      await statement()
      return
    } catch (error) {
      const { code } = error as DatabaseError
      if ((code !== '40P01' && code !== '40001') || turn === MAX_ATTEMPTS) throw error
    }
  }
}

/** Whether it was the ledger that moved, or what the commit reckoned from it: then the same act is still to be had. */
function isStale(message: string, ledgers: boolean): boolean {
  const part = message.slice(0, message.indexOf(':'))
  if (part === 'ledgers' || part === 'people') return true
  return ledgers && part.startsWith('u_') && isConsequence(part.slice(2) as WorkflowTable)
}

function sortTransitions(transitions: readonly TransitionWrite[], input: Record<string, unknown>, now: Date) {
  const updates = new Map<WorkflowTable, unknown[]>()
  const creates = new Map<WorkflowTable, unknown[]>()
  const pendingInserts = new Map<string, Record<string, unknown>>()
  for (const moved of transitions) {
    const table = TABLE_OF[moved.machine]
    const pending = moved.from === null ? undefined : pendingInserts.get(moved.id)
    if (pending && moved.from !== null) {
      // what is made and moved in one commit is inserted as it stands at the end: a statement cannot update the row it inserts
      Object.assign(pending, moved.set, { state: moved.to, version: Number(pending.version) + 1 })
      continue
    }
    const list = moved.from === null ? creates : updates
    if (!list.has(table)) list.set(table, [])
    if (moved.from === null) {
      const row = { created_at: now, ...moved.row, id: moved.id, state: moved.to, version: 1, changed_at: now }
      pendingInserts.set(moved.id, row)
      list.get(table)?.push(row)
    } else {
      list.get(table)?.push({ id: moved.id, from_state: moved.from, to_state: moved.to, version: moved.version, set: moved.set ?? {} })
    }
  }
  for (const [table, rows] of updates) input[`u_${table}`] = rows
  for (const [table, rows] of creates) input[`c_${table}`] = rows
  return { updates: [...updates.keys()].sort(), creates: [...creates.keys()].sort() }
}

/** A year that changes its state in the same commit takes its ledger along: one statement cannot update a row twice. */
function foldLedgers(commit: Commit, input: Record<string, unknown>): boolean {
  const ledgers = commit.ledgers ?? []
  if (ledgers.length === 0 && (commit.people ?? []).length === 0) return false
  const moving = new Map(((input.u_year ?? []) as { id: string; set: Record<string, unknown> }[]).map((row) => [row.id, row]))
  const rest: Record<string, unknown>[] = []
  for (const { personId, ruleSet, choiceId, ...ledger } of ledgers) {
    const figures = { ...ledger, person_id: personId, rule_set: ruleSet, choice_id: choiceId }
    const year = moving.get(ledger.id)
    if (year) year.set = { ...figuresOnly(figures), ...year.set }
    else rest.push(figures)
  }
  input.ledgers = rest
  input.people = (commit.people ?? []).map(({ id, ledgerVersion, rulesRevision }) => ({
    id,
    ledger_version: ledgerVersion,
    rules_revision: rulesRevision,
  }))
  return true
}

function figuresOnly({ total, professional, public: publicHours, met, rule_set, result, choice_id }: Record<string, unknown>) {
  return { total, professional, public: publicHours, met, rule_set, result, choice_id }
}

/** Names the act that came first: the latest event of a thing that no longer stands as it was read. */
async function describeConflict(transitions: readonly TransitionWrite[]): Promise<Error> {
  const moved: string[] = []
  let stateMoved = false
  for (const table of new Set(transitions.map((transition) => TABLE_OF[transition.machine]))) {
    const here = transitions.flatMap((transition) =>
      transition.from !== null && TABLE_OF[transition.machine] === table
        ? [{ id: transition.id, version: transition.version, from: transition.from }]
        : [],
    )
    const { rows } = await pool.query<{ id: string; stands: boolean }>(
      `SELECT r.id, r.state::text = t.from AS stands FROM jsonb_to_recordset($1) AS t(id uuid, version int, "from" text)
       JOIN ${table} r ON r.id = t.id WHERE r.version <> t.version`,
      [JSON.stringify(here)],
    )
    moved.push(...rows.map((row) => row.id))
    stateMoved ||= rows.some((row) => table !== 'year' || !row.stands)
  }
  // A year that stands where it stood has only had its ledger rewritten: nobody acted on it.
  if (moved.length > 0 && !stateMoved) return new StaleLedger('year')
  return new ExpectedError({ code: 'conflict', ...(await readLastEvent(moved)) })
}

const MAX_RERUNS = 6

/** Runs the work again where somebody's ledger moved under it; where it never comes to rest, or was read long ago, that is a conflict. */
export async function withFreshLedgers<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof StaleLedger)) throw error
      if (attempt === MAX_RERUNS) throw new ExpectedError({ code: 'conflict', by: null, machine: null, event: null, at: null })
    }
  }
}
