import 'server-only'
import { type SqlBool, sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Actor, RecordPath, Role } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { explainLine } from '@/lib/rules/explain'
import type { Explanation, ResultLine } from '@/lib/rules/types'
import { availableEvents } from '@/lib/workflow/available'
import type { RecordEvent } from '@/lib/workflow/events'
import { countsHours, isEditable, isInGroup, statesIn } from '@/lib/workflow/state-groups'
import type { RecordState } from '@/lib/workflow/states'
import { statement } from '../database/statement'
import { nameFor } from '../find/visible-name'
import { notFound } from '../input/errors'
import { creditableOf } from '../ledger/load-person-records'
import { toRulesInput } from '../ledger/rules-input'
import { ruleSetInForce, ruleSetNamed } from '../rule-set/in-force'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { type PastEvent, readEvents } from '../transition/read-events'
import { missingOf, type RecordContent, yearIsOpenChoice } from './content'
import { loadForDecision, type RecordForDecision } from './load-for-decision'
import { recordContext } from './record-context'
import { recordScope } from './scope'
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

const besides = statement('record-page', (db, given: { id: string; counts: boolean }) =>
  db
    .selectFrom('hour_record as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .leftJoin('organization as o', 'o.id', 'r.organization_id')
    .leftJoin('account as a', 'a.id', 'r.created_by')
    .select(['p.name as personName', 'o.name as organizationName', 'r.rule_set as ruleSet', 'r.due_on as dueOn'])
    .select(['r.created_role as createdRole', 'a.display_name as creatorName'])
    .select((eb) => {
      const platform = sql<string | null>`${eb.ref('r.details')}->>'platform'`
      return [
        eb.ref('r.line').$castTo<ResultLine | null>().as('storedLine'),
        eb
          .exists(eb.selectFrom('roster_row as x').whereRef('x.id', '=', 'r.id'))
          .$castTo<boolean>()
          .as('isListed'),
        eb
          .selectFrom('case_file as c')
          .select('c.id')
          .whereRef('c.record_id', '=', 'r.id')
          .where('c.state', 'in', statesIn('case', 'awaiting_answer'))
          .limit(1)
          .as('openCase'),
        jsonObjectFrom(
          eb
            .selectFrom('filing as f')
            .select(['f.id', 'f.number', 'f.title', 'f.approved_on as approvedOn'])
            .whereRef('f.id', '=', 'r.filing_id'),
        ).as('filing'),
        jsonObjectFrom(
          eb
            .selectFrom('publicity_batch as b')
            .select(['b.starts_on as startsOn', 'b.ends_on as endsOn', 'b.working_days as workingDays'])
            .whereRef('b.id', '=', 'r.batch_id'),
        ).as('period'),
        eb.fn
          .coalesce(
            eb.selectFrom('platform as l').select('l.name').where('l.code', '=', platform).orderBy('l.from_on', 'desc').limit(1),
            platform,
          )
          .as('platformName'),
        jsonArrayFrom(
          eb
            .selectFrom('evidence as e')
            .select(['e.id', 'e.file_name as fileName', 'e.media_type as mediaType', 'e.bytes'])
            .whereRef('e.record_id', '=', 'r.id')
            .where('e.removed_at', 'is', null)
            .orderBy('e.id'),
        ).as('evidence'),
        eb
          .selectFrom('year as y')
          .innerJoinLateral(
            (e) => sql<{ line: ResultLine }>`jsonb_array_elements(${e.ref('y.result')}->'lines')`.as<'l'>(sql`l(line)`),
            (join) => join.onTrue(),
          )
          .select('l.line')
          .where(sql<SqlBool>`${given.counts}`)
          .whereRef('y.person_id', '=', 'r.person_id')
          .whereRef('y.year', '=', 'r.year')
          .where((e) => sql<SqlBool>`${e.ref('l.line')}->>'id' = ${e.cast('r.id', 'text')}`)
          .limit(1)
          .as('ledgerLine'),
      ]
    })
    .where('r.id', '=', given.id),
)

/** What the page shows beside what a decision rests on, in one round trip. The line of a registered record is its year's. */
async function readRest(id: string, record: RecordForDecision) {
  const [row] = await besides({ id, counts: countsHours(record.state) })
  if (!row) throw notFound()
  const byOther = record.person.account?.id !== record.createdBy
  return { ...row, enteredBy: byOther ? { role: row.createdRole, name: row.creatorName } : null }
}
