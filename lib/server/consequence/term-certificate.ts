import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { YearState } from '@/lib/workflow/states'
import type { TransitionContext } from '@/lib/workflow/types'
import { type CertificatePlan, planCertificates } from '../certificate/plan-certificates'
import { db } from '../database/db'
import { conflict } from '../input/errors'
import type { EvaluatedTerm } from '../ledger/evaluate-term'
import type { CertificateData } from '../print/render-certificate'
import { termContent, type YearBasis } from '../term/term-content'
import type { TransitionWrite } from '../transition/commit-transitions'
import { planSuperseded } from './supersede-certificate'

export interface TermIssue {
  termId: string
  personId: string
  standing: EvaluatedTerm
  /** The years of which lines rest on a provisional figure, and why the certifier confirmed them; null where there are none. */
  confirmed: { years: readonly number[]; reason: string } | null
}

/** The certificate of a term that is being certified (N8.1, M17), as a part of what is being committed. */
export async function planTermIssue(actor: Actor, by: TransitionContext['by'], issue: TermIssue, now: Date): Promise<CertificatePlan> {
  const { termId, personId, standing, confirmed } = issue
  const [term, bases] = await Promise.all([
    db.term.findUnique({
      where: { id: termId },
      select: {
        regionCode: true,
        appointmentId: true,
        employer: { select: { name: true } },
        person: {
          select: {
            name: true,
            idNumberMask: true,
            appointments: { orderBy: { fromOn: 'desc' }, select: { id: true, titleSeries: true, titleName: true } },
          },
        },
      },
    }),
    readBases(standing),
  ])
  // The request was taken back since it was looked at: its bureau is open again.
  if (!term?.regionCode) throw conflict()
  const { regionCode, person } = term
  const bureau = await db.organization.findFirst({ where: { kind: 'bureau', regionCode }, select: { name: true } })
  if (!bureau) throw new Error('a term to be certified without its bureau')
  const appointment = person.appointments.find(({ id }) => id === term.appointmentId) ?? person.appointments[0]
  const { professional, total } = standing.totals
  const owner = {
    name: person.name,
    idNumberMask: person.idNumberMask,
    employer: term.employer?.name ?? '',
    titleSeries: appointment?.titleSeries ?? '',
    titleName: appointment?.titleName ?? '',
  }
  return planCertificates(
    actor,
    by,
    [
      {
        of: { kind: 'term', id: termId },
        personId,
        personName: person.name,
        years: { from: standing.years[0] ?? 0, to: standing.years.at(-1) ?? 0 },
        hours: { professional, public: Math.round((total - professional) * 10) / 10, total },
        regionCode,
        issuer: bureau.name,
        content: (frame) =>
          termContent(standing, bases, owner, confirmed?.years ?? [], { ...frame, confirmedBecause: confirmed?.reason ?? null }),
      },
    ],
    now,
  )
}

/** A certified term whose years hold other hours now and still suffice: counted again, its certificate replaced. */
export async function planTermSuccession(
  actor: Actor,
  personId: string,
  { id, state, version }: { id: string; state: YearState; version: number },
  standing: EvaluatedTerm,
  reason: string | null,
  now: Date,
): Promise<CertificatePlan> {
  const certificates = await db.certificate.findMany({
    where: { termId: id },
    select: { id: true, state: true, version: true, number: true, content: true },
  })
  const valid = certificates.find((certificate) => isInGroup('certificate', certificate.state, 'valid'))
  const recounted = { machine: 'term', id, from: state, version, event: 'recount', to: state, reason, set: { result: standing, met: true } }
  if (!valid) return { transitions: [recounted as TransitionWrite<'term'>], inserts: {} }
  const issued = await planTermIssue(actor, 'system', { termId: id, personId, standing, confirmed: null }, now)
  keepNote(issued, valid.content as unknown as CertificateData)
  const concern = { personId, machine: 'certificate', year: standing.years.at(-1), number: valid.number }
  const plan = await planSuperseded(valid, issued, concern, reason, now)
  return { ...plan, transitions: [recounted as TransitionWrite<'term'>, ...plan.transitions] }
}

/** What was confirmed when the term was certified stays confirmed for the reason given then. */
function keepNote(issued: CertificatePlan, old: CertificateData): void {
  const marked = new Set(old.lines.filter((line) => line.provisional).map((line) => line.content))
  for (const transition of issued.transitions) {
    if (transition.from !== null) continue
    const content = transition.row.content as CertificateData
    content.provisionalNote = old.provisionalNote
    for (const line of content.lines) line.provisional = marked.has(line.content)
  }
}

/** What each year's hours rest on: the certificate of the year and the day it was certified, or the day its paper was verified. */
async function readBases({ sources }: EvaluatedTerm): Promise<Map<number, YearBasis>> {
  const idsOf = (source: string) => sources.flatMap((row) => (row.source === source && row.id ? [row.id] : []))
  const [years, papers] = await Promise.all([
    db.year.findMany({
      where: { id: { in: idsOf('certified') } },
      select: { year: true, certifiedAt: true, certificates: { select: { number: true, state: true } } },
    }),
    db.historicYear.findMany({ where: { id: { in: idsOf('historic') } }, select: { year: true, verifiedAt: true } }),
  ])
  const on = (at: Date | null): PlainDate | null => (at ? dateInShanghai(at) : null)
  return new Map<number, YearBasis>([
    ...years.map(({ year, certifiedAt, certificates }): [number, YearBasis] => {
      const valid = certificates.find(({ state }) => isInGroup('certificate', state, 'valid'))
      return [year, { number: valid?.number ?? null, on: on(certifiedAt) }]
    }),
    ...papers.map(({ year, verifiedAt }): [number, YearBasis] => [year, { number: null, on: on(verifiedAt) }]),
  ])
}
