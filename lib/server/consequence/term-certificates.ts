import 'server-only'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { TransitionContext } from '@/lib/workflow/types'
import { termContent, type YearBasis } from '../certificate/term-content'
import type { TermCertificateRequest } from '../certificate/types'
import { db } from '../database/db'
import { conflict } from '../input/errors'
import type { EvaluatedTerm } from '../ledger/evaluate-term'
import type { CertificateData } from '../print/render-certificate'
import type { Act, Following } from '../transition/act'
import type { DecidedStep } from '../transition/step'
import { type IssueStep, issueSteps } from './issue-certificates'
import { replaceSteps } from './supersede-certificates'

/** The certificate of a term (N8.1, M17). `by`: whose decision it follows from. */
export async function termIssueStep(act: Act, by: TransitionContext['by'], request: TermCertificateRequest): Promise<IssueStep> {
  const { termId, personId, evaluated, confirmed, replaces } = request
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
    readBases(evaluated),
  ])
  // The request was taken back since it was looked at: its bureau is open again.
  if (!term?.regionCode) throw conflict()
  const { regionCode, person } = term
  const bureau = await db.organization.findFirst({ where: { kind: 'bureau', regionCode }, select: { name: true } })
  if (!bureau) throw new Error('a term to be certified without its bureau')
  const appointment = person.appointments.find(({ id }) => id === term.appointmentId) ?? person.appointments[0]
  const { professional, total } = evaluated.totals
  const owner = {
    name: person.name,
    idNumberMask: person.idNumberMask,
    employer: term.employer?.name ?? '',
    titleSeries: appointment?.titleSeries ?? '',
    titleName: appointment?.titleName ?? '',
  }
  const [step] = await issueSteps(act, by, [
    {
      of: { kind: 'term', id: termId },
      personId,
      personName: person.name,
      years: { from: evaluated.years[0] ?? 0, to: evaluated.years.at(-1) ?? 0 },
      hours: { professional, public: Math.round((total - professional) * 10) / 10, total },
      regionCode,
      issuer: bureau.name,
      content: (frame) => {
        const content = termContent(evaluated, bases, owner, confirmed?.years ?? [], {
          ...frame,
          confirmedBecause: confirmed?.reason ?? null,
        })
        return replaces ? withNoteOf(replaces, content) : content
      },
    },
  ])
  if (!step) throw new Error('a certificate asked for and none made')
  return step
}

/** The certificates of certified terms whose years hold other hours now and still suffice. A term without a valid one has none to replace. */
export async function supersedeTermCertificates(steps: readonly DecidedStep[], act: Act): Promise<Following> {
  const replaced = await Promise.all(
    steps.map(async ({ step, write }) => {
      const request = step.certificate
      if (request?.of !== 'term') return []
      const certificates = await db.certificate.findMany({
        where: { termId: step.id },
        select: { id: true, state: true, version: true, number: true, content: true },
      })
      const valid = certificates.find(({ state }) => isInGroup('certificate', state, 'valid'))
      if (!valid) return []
      const issued = await termIssueStep(act, 'system', { ...request, replaces: valid.content as unknown as CertificateData })
      const concern = { personId: request.personId, machine: 'certificate', year: request.evaluated.years.at(-1), number: valid.number }
      return replaceSteps(act, valid, issued, concern, write.reason)
    }),
  )
  return { steps: replaced.flat() }
}

/** What was confirmed when the term was certified stays confirmed, for the reason given then. */
function withNoteOf(old: CertificateData, content: CertificateData): CertificateData {
  const marked = new Set(old.lines.filter((line) => line.provisional).map((line) => line.content))
  const lines = content.lines.map((line) => ({ ...line, provisional: marked.has(line.content) }))
  return { ...content, lines, provisionalNote: old.provisionalNote }
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
