import { pool } from '@/lib/server/database/db'
import { reviewQueue, verificationQueue } from './reads'
import { type BenchRow, medianOf, rounded } from './row'
import type { ScaleActors } from './scale-actors'

const RUNS = 30

/** The first page of a queue against its last: who pages on does not wait longer. */
export async function benchQueues({ county, officer }: ScaleActors): Promise<BenchRow[]> {
  const bureau = await lastRows(
    `SELECT due_on::text AS at, id FROM hour_record WHERE state = 'submitted' AND path = 'bureau' AND region_code = $1
       AND unit_level IS DISTINCT FROM 'municipal' ORDER BY due_on DESC, id DESC`,
    county.regionCode,
  )
  const employer = await lastRows(
    `SELECT waiting_since AS at, id FROM hour_record WHERE state = 'submitted' AND path = 'employer' AND organization_id = $1
       ORDER BY waiting_since DESC, id DESC`,
    officer.organizationId,
  )
  const verification = await compare(
    () => verificationQueue(county),
    () => verificationQueue(county, [bureau.at, bureau.id]),
  )
  const review = await compare(
    () => reviewQueue(officer),
    () => reviewQueue(officer, [new Date(employer.at).toISOString(), employer.id]),
  )
  return [...rowsOf('verification queue', bureau.count, verification), ...rowsOf('review queue', employer.count, review)]
}

interface Compared {
  first: number
  deep: number
}

async function compare(first: () => Promise<unknown>, deep: () => Promise<unknown>): Promise<Compared> {
  return { first: await medianOf(RUNS, first), deep: await medianOf(RUNS, deep) }
}

function rowsOf(name: string, count: number, { first, deep }: Compared): BenchRow[] {
  return [
    { name: `${name}, first page of 50`, value: rounded(first), unit: 'ms', target: '≤ 5 data' },
    { name: `${name}, its last page, at row ${Math.max(0, count - 51)}`, value: rounded(deep), unit: 'ms', target: '≤ 5 data' },
    { name: `${name}, deep against first`, value: rounded(deep / first, 2), unit: '×', target: '≤ 1.5' },
  ]
}

/** The row after which the last fifty stand, and how many stand in the whole queue. */
async function lastRows(sql: string, of: string | null): Promise<{ at: string; id: string; count: number }> {
  const { rows } = await pool.query<{ at: string; id: string; count: number }>(
    `SELECT queue.*, (count(*) OVER ())::int AS count FROM (${sql}) queue OFFSET 50 LIMIT 1`,
    [of],
  )
  const [row] = rows
  if (!row) throw new Error('the queue of the scale data is too short; please take more people')
  return row
}
