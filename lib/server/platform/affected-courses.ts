import 'server-only'
import { sql } from 'kysely'
import type { PlainDate } from '@/lib/calendar/plain-date'
import type { Subject } from '@/lib/rules/types'
import { statesIn } from '@/lib/workflow/state-groups'
import type { RecordState } from '@/lib/workflow/states'
import { anyOf, type Builder, int, runOnce } from '../database/statement'

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

/** The platform's courses in these states. */
function coursesIn(db: Builder, { code, subjects, from, until }: Courses, states: readonly RecordState[]) {
  return db
    .selectFrom('hour_record as r')
    .where('r.category', '=', 'courseware')
    .where((eb) => sql<boolean>`${eb.ref('r.details')}->>'platform' = ${code}`)
    .where('r.subject', '=', anyOf(subjects, 'subject'))
    .where('r.completed_on', '>=', from)
    .$if(until !== null, (courses) => courses.where('r.completed_on', '<=', until))
    .where('r.state', 'in', states)
}

/** Whom the end concerns, by state. */
export async function countAffectedCourses({ last, ...courses }: Ending): Promise<AffectedCourses> {
  const rows = await runOnce((db) =>
    coursesIn(db, courses, statesIn('record', 'live'))
      .leftJoin('year as y', (join) =>
        join.onRef('y.person_id', '=', 'r.person_id').onRef('y.year', '=', 'r.year').on('y.state', 'in', statesIn('year', 'certified')),
      )
      .select((eb) => {
        const after = eb.fn.countAll().filterWhere('r.completed_on', '>', last)
        return [
          'r.state',
          int(after).as('after'),
          int(after.filterWhere('r.state', 'in', statesIn('record', 'counts')).filterWhere('y.id', 'is not', null)).as('certified'),
          int(eb.fn.countAll().filterWhere('r.completed_on', '<=', last)).as('within'),
        ]
      })
      .groupBy('r.state'),
  )
  const sum = (figure: 'certified' | 'within') => rows.reduce((total, row) => total + row[figure], 0)
  return {
    after: rows.filter((row) => row.after > 0).map((row) => ({ state: row.state, count: row.after })),
    certified: sum('certified'),
    within: sum('within'),
  }
}

/** The registered records among them outside certified years, without those whose people have been told so since; a person's together. */
export async function registeredCourses(courses: Courses, told: { kind: string; since: string }): Promise<string[]> {
  const rows = await runOnce((db) =>
    coursesIn(db, courses, statesIn('record', 'counts'))
      .select('r.id')
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('year as y')
              .whereRef('y.person_id', '=', 'r.person_id')
              .whereRef('y.year', '=', 'r.year')
              .where('y.state', 'in', statesIn('year', 'certified')),
          ),
        ),
      )
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('notification as n')
              .whereRef('n.person_id', '=', 'r.person_id')
              .where('n.kind', '=', told.kind)
              .where('n.at', '>=', new Date(told.since))
              .where((n) => sql<boolean>`${n.ref('n.data')}->>'recordId' = ${n.ref('r.id')}::text`),
          ),
        ),
      )
      .orderBy('r.person_id')
      .orderBy('r.id'),
  )
  return rows.map(({ id }) => id)
}
