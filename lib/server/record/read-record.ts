import 'server-only'
import type { Actor, RecordPath, Role } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { explainLine } from '@/lib/rules/explain'
import type { Explanation, ResultLine } from '@/lib/rules/types'
import { availableEvents } from '@/lib/workflow/available'
import type { RecordEvent } from '@/lib/workflow/events'
import { countsHours, isEditable, isInGroup, statesIn } from '@/lib/workflow/state-groups'
import type { RecordState } from '@/lib/workflow/states'
import { pool } from '../database/db'
import { nameFor } from '../find/visible-name'
import { notFound } from '../input/errors'
import { toRulesInput } from '../ledger/rules-input'
import { ruleSetInForce, ruleSetNamed } from '../rule-set/in-force'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { missingOf, type RecordContent, yearIsOpenChoice } from './content'
import { loadForDecision, type RecordForDecision } from './load-for-decision'
import { type PastEvent, readEvents } from './read-events'
import { recordContext } from './record-context'
import { recordScope } from './scope'
import { creditableOf } from './submit-record'
import { type Waiting, waitingOf } from './waiting'

export interface EvidenceItem {
  id: string
  fileName: string
  mediaType: string
  bytes: number
}

export interface RecordPage {
  id: string
  state: RecordState
  version: number
  content: RecordContent
  hours: number
  personId: string
  personName: string
  isOwn: boolean
  editable: boolean
  /** Somebody else's role, where it was entered on the person's behalf. */
  enteredBy: { role: Role; name: string | null } | null
  filing: { id: string; number: string | null; title: string; approvedOn: string | null } | null
  platformName: string | null
  evidence: EvidenceItem[]
  line: ResultLine | null
  explanation: Explanation | null
  ruleSet: string | null
  path: RecordPath | null
  organizationName: string | null
  regionCode: string | null
  escalated: boolean
  period: { startsOn: string; endsOn: string; workingDays: number } | null
  events: PastEvent[]
  waiting: Waiting
  /** What is still to be said of a draft. */
  missing: string[]
  actions: RecordEvent[]
  createdByOther: boolean
  /** A draft that a roster made: its person is asked whether it is right. */
  toAnswer: boolean
  /** What the person raised against it, where that waits for its answer. */
  openCase: string | null
  decidedBy: 'employer' | 'county' | 'city' | null
}

/** A record's page for whoever may see it: what it says, what it is worth and why, what happened, what comes next, what this actor may do now. */
export async function readRecord(actor: Actor, id: string, now: Date): Promise<RecordPage> {
  const [record] = await loadForDecision([id], recordScope(actor))
  if (!record) throw notFound()
  const [row, events, calendar] = await Promise.all([readRest(id, record), readEvents(actor, 'record', id), readWorkCalendar()])
  const facts = recordContext(actor, record, now, calendar)
  const ledger = row.ledgerLine ?? row.storedLine
  const input = toRulesInput(creditableOf(record))
  const ruleSet = row.ruleSet ? ruleSetNamed(row.ruleSet) : ruleSetInForce(record.year)
  return {
    id,
    state: record.state,
    version: record.version,
    content: contentOf(record),
    hours: record.hours,
    personId: record.personId,
    personName: nameFor(actor, row.personName),
    isOwn: facts.isSelf,
    editable: isEditable(record.state),
    enteredBy: row.enteredBy,
    filing: row.filing,
    platformName: row.platformName,
    evidence: row.evidence,
    line: ledger,
    explanation: ledger && input && ruleSet ? explainLine(ledger, input, ruleSet, record.year) : null,
    ruleSet: row.ruleSet,
    path: record.path,
    organizationName: row.organizationName,
    regionCode: record.regionCode,
    escalated: record.escalatedAt !== null,
    period: row.period,
    events,
    waiting: waitingOf(
      {
        state: record.state,
        path: record.path,
        escalated: record.escalatedAt !== null,
        dueOn: row.dueOn,
        waitingSince: record.waitingSince ? dateInShanghai(record.waitingSince) : null,
        periodEndsOn: row.period?.endsOn ?? null,
        decidedOn: record.decidedOn,
        appealsUsed: record.appealsUsed,
      },
      facts.today,
      calendar,
    ),
    missing: isEditable(record.state)
      ? [...missingOf(record), ...(yearIsOpenChoice(record) ? ['year'] : []), ...(record.evidence.length === 0 ? ['evidence'] : [])]
      : [],
    actions: availableEvents('record', record.state, facts),
    createdByOther: facts.createdByOther === true,
    toAnswer: row.isListed && isInGroup('record', record.state, 'draft'),
    openCase: row.openCase,
    decidedBy: record.decidedBy,
  }
}

export function contentOf(record: RecordForDecision): RecordContent {
  const { category, option, subject, title, assessment, organizer, place, startedOn, completedOn, details, creditedIn, filingId, year } =
    record
  return { category, option, subject, title, assessment, organizer, place, startedOn, completedOn, details, creditedIn, filingId, year }
}

interface Rest {
  personName: string
  organizationName: string | null
  filing: RecordPage['filing']
  platformName: string | null
  evidence: EvidenceItem[]
  ledgerLine: ResultLine | null
  storedLine: ResultLine | null
  ruleSet: string | null
  dueOn: string | null
  period: RecordPage['period']
  createdRole: Role
  creatorName: string | null
  isListed: boolean
  openCase: string | null
}

/** What the page shows beside what a decision rests on, in one round trip. The line of a registered record is its year's. */
async function readRest(id: string, record: RecordForDecision) {
  const { rows } = await pool.query<Rest>({
    name: 'record-page',
    text: `SELECT p.name AS "personName", o.name AS "organizationName", r.line AS "storedLine", r.rule_set AS "ruleSet", r.due_on AS "dueOn",
        r.created_role::text AS "createdRole", a.display_name AS "creatorName", EXISTS (SELECT FROM roster_row x WHERE x.id = r.id) AS "isListed",
        (SELECT c.id FROM case_file c WHERE c.record_id = r.id AND c.state = ANY($3::case_state[]) LIMIT 1) AS "openCase",
        (SELECT json_build_object('id', f.id, 'number', f.number, 'title', f.title, 'approvedOn', f.approved_on) FROM filing f WHERE f.id = r.filing_id) AS filing,
        (SELECT json_build_object('startsOn', b.starts_on, 'endsOn', b.ends_on, 'workingDays', b.working_days) FROM publicity_batch b WHERE b.id = r.batch_id) AS period,
        coalesce((SELECT l.name FROM platform l WHERE l.code = r.details->>'platform' ORDER BY l.from_on DESC LIMIT 1), r.details->>'platform') AS "platformName",
        coalesce((SELECT json_agg(json_build_object('id', e.id, 'fileName', e.file_name, 'mediaType', e.media_type, 'bytes', e.bytes) ORDER BY e.id)
          FROM evidence e WHERE e.record_id = r.id AND e.removed_at IS NULL), '[]') AS evidence,
        (SELECT line FROM year y, jsonb_array_elements(y.result->'lines') line
          WHERE $2 AND y.person_id = r.person_id AND y.year = r.year AND line->>'id' = r.id::text LIMIT 1) AS "ledgerLine"
      FROM hour_record r JOIN person p ON p.id = r.person_id LEFT JOIN organization o ON o.id = r.organization_id
      LEFT JOIN account a ON a.id = r.created_by WHERE r.id = $1`,
    values: [id, countsHours(record.state), statesIn('case', 'awaiting_answer')],
  })
  const row = rows[0]
  if (!row) throw notFound()
  const byOther = record.person.account?.id !== record.createdBy
  return { ...row, enteredBy: byOther ? { role: row.createdRole, name: row.creatorName } : null }
}
