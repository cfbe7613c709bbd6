import 'server-only'
import type { DatabaseError } from 'pg'
import type { Actor } from '@/lib/access/types'
import { pool } from '../database/db'
import { newId } from '../database/ids'
import { commitStatement, isConsequence, type StatementShape } from './commit-statement'
import { describeConflict } from './describe-conflict'
import { StaleLedger } from './fresh-ledgers'
import { checkedRow, checkedSet } from './known-columns'
import type { Plan, TransitionWrite } from './plan'
import { PLAIN_TABLES, TABLE_OF, type WorkflowTable } from './tables'

type Columns = Record<string, unknown>

/**
 * The only code that writes a state: one or ten thousand transitions, their events, ledgers, notifications and outbox rows in one SQL
 * statement, all of it or nothing. Throws `conflict`, naming who and what, where anything no longer stands as it was read, and `StaleLedger`
 * where only a ledger has moved, so that the use case can run again. Called by `act` alone.
 */
export async function commitTransitions(actor: Pick<Actor, 'accountId' | 'role' | 'organizationId'>, plan: Plan, now: Date): Promise<void> {
  const input: Record<string, unknown> = {
    now: now.toISOString(),
    actor_id: actor.accountId,
    actor_role: actor.role,
    office_id: actor.organizationId,
    events: plan.transitions.map((write) => ({
      id: newId(),
      stream: write.machine,
      stream_id: write.id,
      event: write.event,
      from_state: write.from,
      to_state: write.to,
      reason: write.reason,
      data: write.data,
    })),
  }
  const { updates, creates } = sortTransitions(plan.transitions, input, now)
  const ledgers = foldLedgers(plan, input)
  const inserts = PLAIN_TABLES.filter((table) => (plan.inserts[table]?.length ?? 0) > 0)
  for (const table of inserts) input[`i_${table}`] = (plan.inserts[table] ?? []).map((row) => jsonRow(checkedRow(table, row)))
  const shape: StatementShape = { updates, creates, inserts, ledgers }
  try {
    await retryOnDeadlock(() => pool.query({ ...commitStatement(shape), values: [JSON.stringify(input)] }))
  } catch (error) {
    if ((error as DatabaseError).code !== 'XS409' && (error as DatabaseError).code !== '23505') throw error
    const message = (error as Error).message
    if (isStale(message, ledgers)) throw new StaleLedger(message)
    throw await describeConflict(plan.transitions)
  }
}

const MAX_ATTEMPTS = 5

/** Of two statements that wait for each other's rows (40P01), or saw each other's (40001), PostgreSQL undoes one: it is sent again. */
async function retryOnDeadlock(statement: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await statement()
      return
    } catch (error) {
      const { code } = error as DatabaseError
      if ((code !== '40P01' && code !== '40001') || attempt === MAX_ATTEMPTS) throw error
    }
  }
}

/** Whether only a ledger moved, or what the commit computed from it: then the same act is still to be had. */
function isStale(message: string, ledgers: boolean): boolean {
  const part = message.slice(0, message.indexOf(':'))
  if (part === 'ledgers' || part === 'people') return true
  return ledgers && part.startsWith('u_') && isConsequence(part.slice(2) as WorkflowTable)
}

function sortTransitions(transitions: readonly TransitionWrite[], input: Record<string, unknown>, now: Date) {
  const updates = new Map<WorkflowTable, unknown[]>()
  const creates = new Map<WorkflowTable, unknown[]>()
  const pendingInserts = new Map<string, Columns>()
  for (const write of transitions) {
    const table = TABLE_OF[write.machine]
    if (write.from === null) {
      const row: Columns = {
        created_at: now,
        ...jsonRow(checkedRow(table, write.row)),
        id: write.id,
        state: write.to,
        version: 1,
        changed_at: now,
      }
      pendingInserts.set(write.id, row)
      append(creates, table, row)
      continue
    }
    const set = jsonRow(checkedSet(table, write.set))
    const pending = pendingInserts.get(write.id)
    if (!pending) {
      append(updates, table, { id: write.id, from_state: write.from, to_state: write.to, version: write.version, set })
      continue
    }
    // A statement cannot update a row that it inserts: what is created and moved in one act is inserted as it stands at the end.
    if (pending['state'] !== write.from || pending['version'] !== write.version)
      throw new Error(`${write.machine} ${write.event}: not the state in which the same act leaves it`)
    Object.assign(pending, set, { state: write.to, version: write.version + 1 })
  }
  for (const [table, rows] of updates) input[`u_${table}`] = rows
  for (const [table, rows] of creates) input[`c_${table}`] = rows
  return { updates: [...updates.keys()].sort(), creates: [...creates.keys()].sort() }
}

function append(lists: Map<WorkflowTable, unknown[]>, table: WorkflowTable, row: unknown): void {
  const list = lists.get(table)
  if (list) list.push(row)
  else lists.set(table, [row])
}

/** Bytes as PostgreSQL reads them out of JSON. */
function jsonRow(row: Columns): Columns {
  const bytes = Object.entries(row).filter(([, value]) => value instanceof Uint8Array)
  if (bytes.length === 0) return row
  return { ...row, ...Object.fromEntries(bytes.map(([name, value]) => [name, `\\x${Buffer.from(value as Uint8Array).toString('hex')}`])) }
}

/** A year that changes its state in the same commit takes its ledger along: one statement cannot update a row twice. */
function foldLedgers({ ledgers, people }: Plan, input: Record<string, unknown>): boolean {
  if (ledgers.length === 0 && people.length === 0) return false
  const moving = new Map(((input['u_year'] ?? []) as { id: string; set: Columns }[]).map((row) => [row.id, row]))
  const rest: Columns[] = []
  for (const { id, personId, year, version, ruleSet, choiceId, ...figures } of ledgers) {
    const columns = { ...figures, rule_set: ruleSet, choice_id: choiceId }
    const moved = moving.get(id)
    if (moved) moved.set = { ...columns, ...moved.set }
    else rest.push({ id, person_id: personId, year, version, ...columns })
  }
  input['ledgers'] = rest
  input['people'] = people.map(({ id, ledgerVersion, rulesRevision }) => ({
    id,
    ledger_version: ledgerVersion,
    rules_revision: rulesRevision,
  }))
  return true
}
