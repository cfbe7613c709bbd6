import { pool } from '@/lib/server/database/db'
import type { Statement } from './statements'

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Plan Rows': number
  Plans?: Plan[]
}

/** From here on a table is not to be read from end to end. */
const LARGE = 10_000

/** The large tables that a statement's plan reads from end to end. */
export async function scansOf({ text, values }: Statement): Promise<string[]> {
  if (!/^\s*(select|with)/i.test(text)) return []
  const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`EXPLAIN (FORMAT JSON) ${text}`, [...values])
  const plan = rows[0]?.['QUERY PLAN'][0].Plan
  const scanned = plan
    ? [...nodesOf(plan)].filter((node) => node['Node Type'] === 'Seq Scan').flatMap((node) => node['Relation Name'] ?? [])
    : []
  const large = await largeTables()
  return [...new Set(scanned)].filter((table) => large.has(table))
}

function* nodesOf(plan: Plan): Generator<Plan> {
  yield plan
  for (const child of plan.Plans ?? []) yield* nodesOf(child)
}

let large: Set<string> | undefined

async function largeTables(): Promise<Set<string>> {
  if (!large) {
    const { rows } = await pool.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND reltuples > $1`,
      [LARGE],
    )
    large = new Set(rows.map(({ name }) => name))
  }
  return large
}
