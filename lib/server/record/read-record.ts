import 'server-only'
import type { Actor, RecordPath, Role } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { explainLine } from '@/lib/rules/explain'
import { ruleSetById, ruleSetFor } from '@/lib/rules/rule-sets'
import type { Explanation, ResultLine, YearResult } from '@/lib/rules/types'
import { countsHours, isEditable } from '@/lib/workflow/ask'
import { availableEvents } from '@/lib/workflow/available'
import type { RecordEvent } from '@/lib/workflow/events'
import type { RecordState } from '@/lib/workflow/states'
import { db } from '../db'
import { notFound } from '../errors'
import { readWorkCalendar } from '../work-calendar'
import { missingOf, type RecordContent, yearIsOpenChoice } from './content'
import { recordFacts } from './facts'
import { day, loadForDecision, type RecordForDecision } from './load-for-decision'
import { type PastEvent, readEvents } from './read-events'
import { toRulesInput } from './rules-input'
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
  decidedBy: 'employer' | 'county' | 'city' | null
}

/** A record's page for whoever may see it: what it says, what it is worth and why, what happened, what comes next, what this actor may do now. */
export async function readRecord(actor: Actor, id: string, now: Date): Promise<RecordPage> {
  const [record] = await loadForDecision([id], recordScope(actor))
  if (!record) throw notFound()
  const [row, events, calendar] = await Promise.all([readRest(id, record), readEvents('record', id), readWorkCalendar()])
  const facts = recordFacts(actor, record, now, calendar)
  const ledger = row.ledgerLine ?? row.storedLine
  const input = toRulesInput(creditableOf(record))
  const ruleSet = row.ruleSet ? ruleSetById(row.ruleSet) : ruleSetFor(record.year)
  return {
    id,
    state: record.state,
    version: record.version,
    content: contentOf(record),
    hours: Number(record.hours),
    personId: record.personId,
    personName: row.personName,
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
    decidedBy: record.decidedBy,
  }
}

export function contentOf(record: RecordForDecision): RecordContent {
  const { category, option, subject, title, assessment, organizer, place, startedOn, completedOn, details, creditedIn, filingId, year } =
    record
  return { category, option, subject, title, assessment, organizer, place, startedOn, completedOn, details, creditedIn, filingId, year }
}

async function readRest(id: string, record: RecordForDecision) {
  const row = await db.hourRecord.findUniqueOrThrow({
    where: { id },
    select: {
      line: true,
      ruleSet: true,
      dueOn: true,
      createdRole: true,
      person: { select: { name: true } },
      organization: { select: { name: true } },
      filing: { select: { id: true, number: true, title: true, approvedOn: true } },
      batch: { select: { startsOn: true, endsOn: true, workingDays: true } },
      evidence: {
        where: { removedAt: null },
        select: { id: true, fileName: true, mediaType: true, bytes: true },
        orderBy: { id: 'asc' },
      },
    },
  })
  const [year, creator, platform] = await Promise.all([
    countsHours(record.state)
      ? db.year.findUnique({ where: { personId_year: { personId: record.personId, year: record.year } }, select: { result: true } })
      : null,
    record.person.account?.id === record.createdBy
      ? null
      : db.account.findUnique({ where: { id: record.createdBy }, select: { displayName: true } }),
    record.details.platform ? db.platform.findFirst({ where: { code: record.details.platform }, select: { name: true } }) : null,
  ])
  const result = (year?.result ?? null) as YearResult | null
  return {
    personName: row.person.name,
    organizationName: row.organization?.name ?? null,
    filing: row.filing ? { ...row.filing, approvedOn: day(row.filing.approvedOn) } : null,
    platformName: platform?.name ?? record.details.platform ?? null,
    evidence: row.evidence,
    ledgerLine: result?.lines.find((line) => line.id === id) ?? null,
    storedLine: row.line as ResultLine | null,
    ruleSet: row.ruleSet,
    dueOn: day(row.dueOn),
    period: row.batch
      ? { startsOn: day(row.batch.startsOn) ?? '', endsOn: day(row.batch.endsOn) ?? '', workingDays: row.batch.workingDays }
      : null,
    enteredBy: record.person.account?.id === record.createdBy ? null : { role: row.createdRole, name: creator?.displayName ?? null },
  }
}
