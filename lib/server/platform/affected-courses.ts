import 'server-only'
import type { PlainDate } from '@/lib/calendar/plain-date'
import type { Subject } from '@/lib/rules/types'
import { statesIn } from '@/lib/workflow/state-groups'
import type { RecordState } from '@/lib/workflow/states'
import { pool } from '../database/db'

/** A platform's courses in these subjects that were completed on these days. */
export interface Courses {
  code: string
  subjects: readonly Subject[]
  from: PlainDate
  until: PlainDate | null
}

/** A window that is to end after `last`. */
interface Ending extends Courses {
  last: PlainDate
}

export interface AffectedCourses {
  /** Completed after the new last day, within the old window: they no longer count. */
  after: { state: RecordState; count: number }[]
  /** Of those registered, in years that are certified: they stay as they were certified. */
  certified: number
  /** Completed up to the new last day: left alone. */
  within: number
}

// Courses of the platform that still mean something to somebody; what was given up or decided against is left out.
const COURSES = `r.category = 'courseware' AND r.details->>'platform' = $1 AND r.subject::text = ANY($2) AND r.completed_on >= $3
  AND ($4::date IS NULL OR r.completed_on <= $4) AND r.state::text = ANY($5)`

function valuesOf({ code, subjects, from, until }: Courses, states: readonly RecordState[]): unknown[] {
  return [code, subjects, from, until, states]
}

/** Whom the end concerns, by state. */
export async function countAffectedCourses({ last, ...courses }: Ending): Promise<AffectedCourses> {
  const { rows } = await pool.query<{ state: RecordState; after: number; certified: number; within: number }>({
    text: `SELECT r.state, count(*) FILTER (WHERE r.completed_on > $6)::int AS after,
        count(*) FILTER (WHERE r.completed_on > $6 AND r.state::text = ANY($7) AND y.id IS NOT NULL)::int AS certified,
        count(*) FILTER (WHERE r.completed_on <= $6)::int AS within
      FROM hour_record r LEFT JOIN year y ON y.person_id = r.person_id AND y.year = r.year AND y.state::text = ANY($8)
      WHERE ${COURSES} GROUP BY r.state`,
    values: [...valuesOf(courses, statesIn('record', 'live')), last, statesIn('record', 'counts'), statesIn('year', 'certified')],
  })
  const sum = (figure: 'certified' | 'within') => rows.reduce((total, row) => total + row[figure], 0)
  return {
    after: rows.filter((row) => row.after > 0).map((row) => ({ state: row.state, count: row.after })),
    certified: sum('certified'),
    within: sum('within'),
  }
}

/** The registered records among them outside certified years, without those whose people have been told so since; a person's together. */
export async function registeredCourses(courses: Courses, told: { kind: string; since: string }): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    text: `SELECT r.id FROM hour_record r WHERE ${COURSES}
      AND NOT EXISTS (SELECT FROM year y WHERE y.person_id = r.person_id AND y.year = r.year AND y.state::text = ANY($6))
      AND NOT EXISTS (SELECT FROM notification n WHERE n.person_id = r.person_id AND n.kind = $7 AND n.at >= $8 AND n.data->>'recordId' = r.id::text)
      ORDER BY r.person_id, r.id`,
    values: [...valuesOf(courses, statesIn('record', 'counts')), statesIn('year', 'certified'), told.kind, told.since],
  })
  return rows.map(({ id }) => id)
}
