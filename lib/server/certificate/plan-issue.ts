import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import type { YearResult } from '@/lib/rules/types'
import { maskName } from '@/lib/words/mask-name'
import { decide } from '@/lib/workflow/decide'
import type { Commit, Transition } from '../commit'
import { env } from '../env'
import { refused } from '../errors'
import { newId } from '../ids'
import { notificationsOf } from '../notification/notifications-of'
import { readSettings } from '../settings'
import { readWorkCalendar } from '../work-calendar'
import { certificateContent, countedLines, type PrintedRecord } from './certificate-content'
import { qrText, signCertificate } from './jws'
import { newCertificateNumbers, newCheckCode } from './new-numbers'
import { type IssueMaterial, readIssueMaterial } from './read-issue-material'
import { sitePdfSigner } from './sign-pdf'

/** The lines on provisional figures that the certifier confirmed, each by name, and why. */
export interface ConfirmedLines {
  lines: readonly { recordId: string; clause: string; status: string }[]
  reason: string
}

export interface Issue {
  yearId: string
  personId: string
  year: number
  result: YearResult
  confirmed: ConfirmedLines | null
  /** Records as a correction in the same commit leaves them: columns by name, by record. */
  corrected?: ReadonlyMap<string, Readonly<Record<string, unknown>>>
}

type Plan = Required<Pick<Commit, 'transitions' | 'inserts'>>

/** The certificate of a year that is being certified, as a part of what is being committed (M17). Its id is that of the only transition. */
export async function planIssue(actor: Actor, issue: Issue, now: Date): Promise<Plan> {
  return planIssues(actor, [issue], now)
}

/** As `planIssue`, for many years in as few round trips. */
export async function planIssues(actor: Actor, issues: readonly Issue[], now: Date): Promise<Plan> {
  const [calendar, settings, materials] = await Promise.all([
    readWorkCalendar(),
    readSettings(),
    readIssueMaterial(issues.map(({ yearId, result }) => ({ yearId, recordIds: countedLines(result).map((line) => line.id) }))),
  ])
  const prepared = issues.map((issue) => ({ issue, material: withCorrections(found(materials, issue.yearId), issue) }))
  const numbers = await newCertificateNumbers(
    prepared.map(({ issue, material }) => ({ year: issue.year, regionCode: material.regionCode })),
  )
  const issuedOn = dateInShanghai(now)
  const { selfSigned } = await sitePdfSigner()
  const transitions: Transition[] = []
  const notifications: Record<string, unknown>[] = []
  for (const [index, { issue, material }] of prepared.entries()) {
    const facts = { by: actor.role, today: issuedOn, calendar, isSelf: actor.personId === issue.personId, enteredByActor: false } as const
    const decision = decide('certificate', null, 'issue', facts)
    if (!decision.ok) throw refused(decision.refusals)
    const number = numbers[index] ?? ''
    const code = newCheckCode()
    const { professional, public: publicHours, total } = issue.result.totals
    const jws = await signCertificate({
      number,
      code,
      name: maskName(material.owner.name),
      year: issue.year,
      hours: { professional, public: publicHours, total },
      issuer: material.issuer,
      date: issuedOn,
    })
    const text = qrText(env().XUESHI_SITE_URL, code, jws)
    const content = certificateContent(issue.year, issue.result, material.records, material.owner, {
      title: settings.certificateTitle,
      footing: settings.certificateFooting,
      number,
      issuer: material.issuer,
      issuedOn,
      checkAddress: text.slice(0, text.indexOf('#')).replace(/^https?:\/\//, ''),
      qrText: text,
      selfSigned,
      confirmedBecause: issue.confirmed?.reason ?? null,
    })
    transitions.push({
      machine: 'certificate',
      id: newId(),
      from: null,
      event: 'issue',
      to: decision.to,
      data: { number, year: issue.year },
      row: { kind: 'year', person_id: issue.personId, year_id: issue.yearId, number, code, content, jws, issued_at: now },
    })
    notifications.push(
      ...notificationsOf(decision.effects, 'issue', { personId: issue.personId, machine: 'certificate', year: issue.year, number }, now),
    )
  }
  return { transitions, inserts: { notification: notifications } }
}

function found(materials: ReadonlyMap<string, IssueMaterial>, yearId: string): IssueMaterial {
  const material = materials.get(yearId)
  if (!material) throw new Error('a certificate without its year')
  return material
}

const PRINTED = { title: 'title', option: 'option', organizer: 'organizer', completed_on: 'completedOn', details: 'details' } as const

function withCorrections(material: IssueMaterial, { corrected }: Issue): IssueMaterial {
  if (!corrected) return material
  const records = material.records.map((record): PrintedRecord => {
    const columns = corrected.get(record.id) ?? {}
    const changes = Object.entries(PRINTED).flatMap(([column, key]) => (column in columns ? [[key, columns[column]]] : []))
    return { ...record, ...Object.fromEntries(changes) }
  })
  return { ...material, records }
}
