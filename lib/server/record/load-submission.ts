import 'server-only'
import { sql } from 'kysely'
import { jsonArrayFrom, jsonBuildObject, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { isInGroup } from '@/lib/workflow/state-groups'
import { statement } from '../database/statement'
import { type PersonRecords, personRecords, withRules } from '../ledger/load-person-records'
import { settingsOf } from '../runtime/settings'
import type { RecordForDecision } from './load-for-decision'
import { type ReviewRoute, reviewRouteRow, toReviewRoute } from './review-route'
import type { FieldValues, Snapshot } from './snapshot'

/** All that handing a record in rests on besides the record. */
export interface Submission {
  openYears: number[]
  placement: ReviewRoute
  person: PersonRecords
  /** What came back, where it is handed in again. */
  returned: Snapshot | null
}

interface Asked {
  recordId: string
  personId: string
  today: PlainDate
  wasReturned: boolean
}

// What is older keeps its details apart and is not compared. Four things that have nothing to do with each other but the moment: asked for together, they are one round trip.
const read = statement('load-submission', (db, given: Asked) =>
  db.selectNoFrom((eb) => [
    jsonObjectFrom(reviewRouteRow(db, given.personId, given.today)).as('placement'),
    jsonObjectFrom(personRecords(db, given.personId)).as('person'),
    jsonArrayFrom(eb.selectFrom('setting as s').select(['s.key', 's.value']).where('s.key', '=', 'openYears')).as('settings'),
    eb
      .case()
      .when(sql<boolean>`${given.wasReturned}`)
      .then(
        eb
          .selectFrom('event as e')
          .select((e) => {
            const data = e.ref('e.data')
            return jsonBuildObject({
              content: sql<FieldValues>`${data}->'content'`,
              evidence: sql<string[]>`${data}->'evidence'`,
            }).as('snapshot')
          })
          .where('e.stream', '=', 'record')
          .where('e.stream_id', '=', given.recordId)
          .where((e) => {
            const data = e.ref('e.data')
            return sql`${data} ? 'content' AND ${data} ? 'evidence' AND NOT ${data}->'content' ? 'details'`
          })
          .orderBy('e.seq', 'desc')
          .limit(1),
      )
      .end()
      .as('returned'),
  ]),
)

export async function loadSubmission(record: RecordForDecision, today: PlainDate): Promise<Submission> {
  const wasReturned = isInGroup('record', record.state, 'returned')
  const [row] = await read({ recordId: record.id, personId: record.personId, today, wasReturned })
  if (!row?.person) throw new Error('a record without its person')
  return {
    openYears: settingsOf(row.settings).openYears,
    placement: toReviewRoute(row.placement),
    person: await withRules(row.person),
    returned: row.returned,
  }
}
