import 'server-only'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { isInGroup } from '@/lib/workflow/state-groups'
import { pool } from '../database/db'
import {
  type PersonRecords,
  type PersonRecordsRow,
  personRecordsSql,
  STATES_OF_RECORDS,
  toPersonRecords,
} from '../ledger/load-person-records'
import { settingsOf } from '../runtime/settings'
import type { RecordForDecision } from './load-for-decision'
import { type ReviewRoute, type ReviewRouteRow, reviewRouteSql, toReviewRoute } from './review-route'
import type { Snapshot } from './snapshot'

/** All that handing a record in rests on besides the record. */
export interface Submission {
  openYears: number[]
  placement: ReviewRoute
  person: PersonRecords
  /** What came back, where it is handed in again. */
  returned: Snapshot | null
}

interface Row {
  placement: ReviewRouteRow
  person: PersonRecordsRow
  settings: { key: string; value: unknown }[]
  returned: Snapshot | null
}

// What is older keeps its details apart and is not compared. Four things that have nothing to do with each other but the moment: asked for together, they are one round trip.
const STATEMENT = `SELECT (SELECT to_json(x) FROM (${reviewRouteSql('$1', '$2')}) x) AS placement,
    (SELECT to_json(x) FROM (${personRecordsSql('$1', '$3')}) x) AS person,
    (SELECT coalesce(json_agg(json_build_object('key', s.key, 'value', s.value)), '[]') FROM setting s WHERE s.key = 'openYears') AS settings,
    CASE WHEN $5 THEN (SELECT json_build_object('content', e.data->'content', 'evidence', e.data->'evidence') FROM event e
      WHERE e.stream = 'record' AND e.stream_id = $4 AND e.data ? 'content' AND e.data ? 'evidence' AND NOT e.data->'content' ? 'details' ORDER BY e.seq DESC LIMIT 1) END AS returned`

export async function loadSubmission(record: RecordForDecision, today: PlainDate): Promise<Submission> {
  const { rows } = await pool.query<Row>({
    name: 'load-submission',
    text: STATEMENT,
    values: [record.personId, today, STATES_OF_RECORDS, record.id, isInGroup('record', record.state, 'returned')],
  })
  const [row] = rows
  if (!row) throw new Error('a statement without its row')
  return {
    openYears: settingsOf(row.settings).openYears,
    placement: toReviewRoute(row.placement),
    person: await toPersonRecords(row.person),
    returned: row.returned,
  }
}
