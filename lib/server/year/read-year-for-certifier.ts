import 'server-only'
import { ACT_OF } from '@/lib/access/acts'
import { can } from '@/lib/access/can'
import { seesNames } from '@/lib/access/scope'
import type { Actor } from '@/lib/access/types'
import { explainLine } from '@/lib/rules/explain'
import type { Category, Explanation, ResultLine, YearResult } from '@/lib/rules/types'
import { availableEvents } from '@/lib/workflow/available'
import type { YearEvent } from '@/lib/workflow/events'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { CertificateState, YearState } from '@/lib/workflow/states'
import { provisionalLines } from '../certificate/certificate-content'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { nameFor } from '../find/visible-name'
import { notFound } from '../input/errors'
import { loadLedgers } from '../ledger/ledgers'
import { toRulesInput } from '../ledger/rules-input'
import type { EvidenceItem } from '../record/read-record'
import { ruleSetNamed } from '../rule-set/in-force'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { type PastEvent, readEvents } from '../transition/read-events'
import { yearContext } from './move-years'
import { yearScope } from './scope'

/** A registered record of the year, with what the year takes of it and why. */
export interface CertifiedLine {
  line: ResultLine
  title: string
  category: Category
  completedOn: string | null
  explanation: Explanation | null
  chosen: boolean
  /** Rests on a figure that is not law yet and counts: confirmed by name before the year is certified. */
  provisional: boolean
  /** Its proofs: whoever decides on the year looks at them. */
  evidence: EvidenceItem[]
}

export interface YearPage {
  id: string
  version: number
  year: number
  state: YearState
  person: { id: string; name: string; idNumberMask: string; jobTitle: string }
  isOwn: boolean
  /** Null: freelance. */
  employer: string | null
  regionCode: string | null
  routeClause: string | null
  authority: { name: string; reviewed: boolean } | null
  hours: { professional: number; public: number; required: { total: number; professional: number } }
  met: boolean
  lines: CertifiedLine[]
  ruleSet: string
  requestedAt: string | null
  certificates: { id: string; number: string; code: string; state: CertificateState; issuedAt: string }[]
  certifiedBecause: string | null
  events: PastEvent[]
  /** What this actor may do with it now. */
  actions: YearEvent[]
}

/** A person's credit year for whoever certifies or reviews it: hours, all lines with why, what was confirmed, certificates, history. */
export async function readYearForCertifier(actor: Actor, id: string, now: Date): Promise<YearPage> {
  const row = await readRow(actor, id)
  if (!row) throw notFound()
  const result = row.result as unknown as YearResult
  const [people, titles, events, calendar] = await Promise.all([
    loadLedgers([row.personId]),
    db.hourRecord.findMany({
      where: { id: { in: result.lines.map((line) => line.id) } },
      select: {
        id: true,
        title: true,
        category: true,
        completedOn: true,
        evidence: {
          where: { removedAt: null },
          orderBy: { id: 'asc' },
          select: { id: true, fileName: true, mediaType: true, bytes: true },
        },
      },
    }),
    readEvents(actor, 'year', id),
    readWorkCalendar(),
  ])
  const facts = yearContext(actor, { ...row, authorityId: row.authority?.id ?? null }, now, calendar)
  const registered = people.get(row.personId)?.registered ?? []
  const records = new Map(registered.map((record) => [record.id, record]))
  const named = new Map(titles.map((record) => [record.id, record]))
  const ruleSet = ruleSetNamed(result.ruleSet)
  const open = new Set(provisionalLines(result).map((line) => line.id))
  const [appointment] = row.person.appointments
  const target = {
    personId: row.personId,
    organizationId: row.employerId,
    authorityId: row.authority?.id ?? null,
    regionCode: row.regionCode,
  }
  return {
    id,
    version: row.version,
    year: row.year,
    state: row.state,
    person: {
      id: row.personId,
      name: nameFor(actor, row.person.name),
      idNumberMask: row.person.idNumberMask,
      jobTitle: [appointment?.titleSeries, appointment?.titleName].filter(Boolean).join(' '),
    },
    isOwn: facts.isSelf,
    employer: row.employer?.name ?? null,
    regionCode: row.regionCode,
    routeClause: row.routeClause,
    authority: row.authority ? { name: row.authority.name, reviewed: !isInGroup('year', row.state, 'authority_review') } : null,
    hours: {
      professional: Number(row.professional),
      public: Number(row.public),
      required: { total: result.required.total ?? 0, professional: result.required.professional ?? 0 },
    },
    met: row.met,
    lines: result.lines.map((line): CertifiedLine => {
      const record = records.get(line.id)
      const input = record ? toRulesInput(record) : null
      const name = named.get(line.id)
      return {
        line,
        title: name?.title ?? '',
        category: name?.category ?? 'other',
        completedOn: day(name?.completedOn),
        explanation: input && ruleSet ? explainLine(line, input, ruleSet, row.year) : null,
        chosen: result.choice.selected === line.id,
        provisional: open.has(line.id),
        evidence: seesNames(actor.role) ? (name?.evidence ?? []) : [],
      }
    }),
    ruleSet: result.ruleSet,
    requestedAt: row.requestedAt?.toISOString() ?? null,
    certificates: row.certificates.map(({ issuedAt, ...certificate }) => ({ ...certificate, issuedAt: issuedAt.toISOString() })),
    certifiedBecause: row.certifications[0]?.reason ?? null,
    events,
    actions: availableEvents('year', row.state, facts).filter((event) => {
      const act = ACT_OF.year[event]
      return act !== null && can(actor, act, target)
    }),
  }
}

async function readRow(actor: Actor, id: string) {
  return db.year.findFirst({
    where: { AND: [{ id }, yearScope(actor)] },
    select: {
      personId: true,
      version: true,
      year: true,
      state: true,
      met: true,
      professional: true,
      public: true,
      result: true,
      regionCode: true,
      routeClause: true,
      employerId: true,
      requestedAt: true,
      employer: { select: { name: true } },
      authority: { select: { id: true, name: true } },
      person: {
        select: {
          name: true,
          idNumberMask: true,
          appointments: { orderBy: { fromOn: 'desc' }, take: 1, select: { titleSeries: true, titleName: true } },
        },
      },
      certificates: { orderBy: { issuedAt: 'desc' }, select: { id: true, number: true, code: true, state: true, issuedAt: true } },
      certifications: { orderBy: { certifiedAt: 'desc' }, take: 1, select: { reason: true } },
    },
  })
}
