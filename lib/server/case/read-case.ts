import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { countWorkingDays } from '@/lib/calendar/working-days'
import { availableEvents } from '@/lib/workflow/available'
import type { EventOf } from '@/lib/workflow/events'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { CaseState, RecordState } from '@/lib/workflow/states'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { nameFor } from '../find/visible-name'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { type PastEvent, readEvents } from '../transition/read-events'
import { caseContext, loadCase } from './load-case'
import type { CASE_KINDS } from './read-cases'

export interface CasePage {
  id: string
  kind: (typeof CASE_KINDS)[number]
  state: CaseState
  version: number
  reason: string
  answer: string | null
  outcome: string | null
  /** Days the person says they attended. */
  days: number | null
  raisedOn: PlainDate
  due: { on: PlainDate; days: number; provisional: boolean } | null
  isOwn: boolean
  person: { name: string; numberMask: string }
  filing: {
    id: string
    title: string
    number: string | null
    startsOn: string
    endsOn: string
    days: number
    provider: string | null
  } | null
  record: { id: string; title: string; state: RecordState; hours: number; regionCode: string | null } | null
  /** The record that the answer made, where it made one. */
  made: { id: string; state: RecordState } | null
  regionCode: string | null
  evidence: { id: string; fileName: string; mediaType: string; bytes: number }[]
  events: PastEvent[]
  actions: EventOf<'case'>[]
}

/** A case for whoever raised it or has to answer it, with what they may do now. */
export async function readCase(actor: Actor, id: string, now: Date): Promise<CasePage> {
  const found = await loadCase(actor, id, 'case_see')
  const [row, events, calendar, facts] = await Promise.all([
    readRest(id),
    readEvents(actor, 'case', id),
    readWorkCalendar(),
    caseContext(actor, found, now),
  ])
  const waits = isInGroup('case', found.state, 'awaiting_answer')
  const on = waits ? day(row.dueOn) : null
  const made = row.outcome === 'correction' && !found.recordId && found.filingId ? await readMade(found.filingId, found.personId) : null
  return {
    id,
    kind: found.kind,
    state: found.state,
    version: found.version,
    reason: row.reason,
    answer: row.answer,
    outcome: row.outcome,
    days: found.days === null ? null : Number(found.days),
    raisedOn: dateInShanghai(found.createdAt),
    due: on ? { on, days: countWorkingDays(calendar, facts.today, on).days, provisional: row.dueProvisional } : null,
    isOwn: facts.isSelf,
    person: { name: nameFor(actor, found.person.name), numberMask: found.person.idNumberMask },
    filing: row.filing && {
      id: row.filing.id,
      title: row.filing.title,
      number: row.filing.number,
      startsOn: day(row.filing.startsOn),
      endsOn: day(row.filing.endsOn),
      days: Number(row.filing.days),
      provider: row.filing.provider?.name ?? null,
    },
    record: row.record && { ...row.record, hours: Number(row.record.hours) },
    made,
    regionCode: row.regionCode,
    evidence: row.evidence,
    events,
    actions: availableEvents('case', found.state, facts),
  }
}

function readRest(id: string) {
  return db.caseFile.findUniqueOrThrow({
    where: { id },
    select: {
      reason: true,
      answer: true,
      outcome: true,
      dueOn: true,
      dueProvisional: true,
      regionCode: true,
      filing: {
        select: {
          id: true,
          title: true,
          number: true,
          startsOn: true,
          endsOn: true,
          days: true,
          provider: { select: { name: true } },
        },
      },
      record: { select: { id: true, title: true, state: true, hours: true, regionCode: true } },
      evidence: { where: { removedAt: null }, orderBy: { id: 'asc' }, select: { id: true, fileName: true, mediaType: true, bytes: true } },
    },
  })
}

function readMade(filingId: string, personId: string) {
  return db.hourRecord.findFirst({
    where: { filingId, personId },
    orderBy: { createdAt: 'desc' },
    select: { id: true, state: true },
  })
}
