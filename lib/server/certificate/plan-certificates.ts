import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { maskName } from '@/lib/i18n/mask-name'
import type { SubjectHours } from '@/lib/rules/types'
import { decide } from '@/lib/workflow/decide'
import type { TransitionContext } from '@/lib/workflow/types'
import { newId } from '../database/ids'
import { refused } from '../input/errors'
import type { CertificateData } from '../print/render-certificate'
import { sitePdfSigner } from '../print/sign-pdf'
import { env } from '../runtime/env'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { readSettings } from '../runtime/settings'
import type { Commit, TransitionWrite } from '../transition/commit-transitions'
import { notificationRows } from '../transition/notification-rows'
import type { CertificateFrame } from './certificate-content'
import { qrText, signCertificate } from './jws'
import { newCertificateNumbers, newCheckCode } from './new-numbers'

/** A certificate to be made: of a year or of a term, with what it says. */
export interface CertificateToMake {
  of: { kind: 'year' | 'term'; id: string }
  personId: string
  personName: string
  /** The credit year twice, or the first and last of a term. */
  years: { from: number; to: number }
  hours: SubjectHours
  regionCode: string
  issuer: string
  content: (frame: Omit<CertificateFrame, 'confirmedBecause'>) => CertificateData
}

export type CertificatePlan = Required<Pick<Commit, 'transitions' | 'inserts'>>

/** Numbers, codes, signatures and rows of certificates that come into being with what is being committed (M17), in the order given. */
export async function planCertificates(
  actor: Actor,
  by: TransitionContext['by'],
  wanted: readonly CertificateToMake[],
  now: Date,
): Promise<CertificatePlan> {
  const [calendar, settings, { selfSigned }, { numbers, recounting }] = await Promise.all([
    readWorkCalendar(),
    readSettings(),
    sitePdfSigner(),
    newCertificateNumbers(wanted.map(({ years, regionCode }) => ({ year: years.to, regionCode }))),
  ])
  const issuedOn = dateInShanghai(now)
  const transitions: TransitionWrite[] = []
  const notifications: Record<string, unknown>[] = []
  for (const [index, { of, personId, personName, years, hours, issuer, content }] of wanted.entries()) {
    const facts = { by, today: issuedOn, calendar, isSelf: actor.personId === personId, enteredByActor: false, recounting } as const
    const decision = decide('certificate', null, 'issue', facts)
    if (!decision.ok) throw refused(decision.refusals)
    const number = numbers[index] ?? ''
    const code = newCheckCode()
    const jws = await signCertificate({
      number,
      code,
      name: maskName(personName),
      year: years.to,
      ...(years.from === years.to ? {} : { fromYear: years.from }),
      hours: { professional: hours.professional, public: hours.public, total: hours.total },
      issuer,
      date: issuedOn,
    })
    const text = qrText(env().XUESHI_SITE_URL, code, jws)
    const printed = content({
      title: settings.certificateTitle,
      footing: settings.certificateFooting,
      number,
      issuer,
      issuedOn,
      checkAddress: text.slice(0, text.indexOf('#')).replace(/^https?:\/\//, ''),
      qrText: text,
      selfSigned,
    })
    transitions.push({
      machine: 'certificate',
      id: newId(),
      from: null,
      event: 'issue',
      to: decision.to,
      data: { number, year: years.to },
      row: { kind: of.kind, person_id: personId, [`${of.kind}_id`]: of.id, number, code, content: printed, jws, issued_at: now },
    })
    notifications.push(...notificationRows(decision.effects, 'issue', { personId, machine: 'certificate', year: years.to, number }, now))
  }
  return { transitions, inserts: { notification: notifications } }
}
