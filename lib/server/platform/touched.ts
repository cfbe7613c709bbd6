import 'server-only'
import type { PlainDate } from '@/lib/calendar/plain-date'
import type { Subject } from '@/lib/rules/types'
import { statesWhere } from '@/lib/workflow/ask'
import type { RecordState } from '@/lib/workflow/states'
import { pool } from '../db'

/** A window that is to end after `last`. */
export interface Ending {
  code: string
  subjects: readonly Subject[]
  from: string
  until: string | null
  last: PlainDate
}

export interface Touched {
  /** Completed after the new last day, within the old window: they no longer count. */
  after: { state: RecordState; count: number }[]
  /** Of those registered, in years that are certified: they stay as they were certified. */
  certified: number
  /** Completed up to the new last day: left alone. */
  within: number
}

// Courses of the platform that still mean something to somebody; what was given up or decided against is left out.
const LIVE = `r.category = 'courseware' AND r.details->>'platform' = $1 AND r.subject::text = ANY($2) AND r.completed_on >= $3
  AND r.state::text = ANY($4)`
const AFTER = `${LIVE} AND r.completed_on > $5 AND ($6::date IS NULL OR r.completed_on <= $6)`

function valuesOf({ code, subjects, from, last, until }: Ending, states: readonly RecordState[]): unknown[] {
  return [code, subjects, from, states, last, until]
}

/** Whom the end concerns, by state. */
export async function countTouched(ending: Ending): Promise<Touched> {
  const { rows } = await pool.query<{ state: RecordState; after: number; certified: number; within: number }>({
    text: `SELECT r.state, count(*) FILTER (WHERE r.completed_on > $5)::int AS after,
        count(*) FILTER (WHERE r.completed_on > $5 AND r.state::text = ANY($7) AND y.id IS NOT NULL)::int AS certified,
        count(*) FILTER (WHERE r.completed_on <= $5)::int AS within
      FROM hour_record r LEFT JOIN year y ON y.person_id = r.person_id AND y.year = r.year AND y.state::text = ANY($8)
      WHERE ${LIVE} AND ($6::date IS NULL OR r.completed_on <= $6) GROUP BY r.state`,
    values: [...valuesOf(ending, statesWhere('record', 'live')), statesWhere('record', 'counts'), statesWhere('year', 'certified')],
  })
  const sum = (figure: 'certified' | 'within') => rows.reduce((total, row) => total + row[figure], 0)
  return {
    after: rows.filter((row) => row.after > 0).map((row) => ({ state: row.state, count: row.after })),
    certified: sum('certified'),
    within: sum('within'),
  }
}

/** The registered records that no longer count, outside certified years. */
export async function registeredAfter(ending: Ending): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    text: `SELECT r.id FROM hour_record r WHERE ${AFTER}
      AND NOT EXISTS (SELECT FROM year y WHERE y.person_id = r.person_id AND y.year = r.year AND y.state::text = ANY($7)) ORDER BY r.person_id, r.id`,
    values: [...valuesOf(ending, statesWhere('record', 'counts')), statesWhere('year', 'certified')],
  })
  return rows.map(({ id }) => id)
}
