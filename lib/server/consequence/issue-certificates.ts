import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { maskName } from '@/lib/i18n/mask-name'
import type { SubjectHours } from '@/lib/rules/types'
import type { TransitionContext } from '@/lib/workflow/types'
import type { CertificateFrame } from '../certificate/certificate-content'
import { qrText, signCertificate } from '../certificate/jws'
import { newCertificateNumbers, newCheckCode } from '../certificate/new-numbers'
import { newId } from '../database/ids'
import type { CertificateData } from '../print/render-certificate'
import { sitePdfSigner } from '../print/sign-pdf'
import { env } from '../runtime/env'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { readSettings } from '../runtime/settings'
import type { Act } from '../transition/act'
import type { Step } from '../transition/step'

/** A certificate to be issued: of a year or of a term, with what it says. */
export interface CertificateToIssue {
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

export type IssueStep = Extract<Step<'certificate'>, { from: null }>

/** Numbers, check codes, signatures and rows of certificates (M17), in the order given. `by`: whose decision they follow from. */
export async function issueSteps(
  { actor, now }: Act,
  by: TransitionContext['by'],
  wanted: readonly CertificateToIssue[],
): Promise<IssueStep[]> {
  const [calendar, settings, { selfSigned }, { numbers, recounting }] = await Promise.all([
    readWorkCalendar(),
    readSettings(),
    sitePdfSigner(),
    newCertificateNumbers(wanted.map(({ years, regionCode }) => ({ year: years.to, regionCode }))),
  ])
  const issuedOn = dateInShanghai(now)
  return Promise.all(
    wanted.map(async ({ of, personId, personName, years, hours, issuer, content }, index): Promise<IssueStep> => {
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
      return {
        machine: 'certificate',
        id: newId(),
        from: null,
        event: 'issue',
        // What follows by itself is nobody's own decision.
        context: { by, today: issuedOn, calendar, isSelf: by !== 'system' && isOwn(actor, personId), enteredByActor: false, recounting },
        data: { number, year: years.to },
        row: {
          kind: of.kind,
          person_id: personId,
          ...(of.kind === 'year' ? { year_id: of.id } : { term_id: of.id }),
          number,
          code,
          content: printed,
          jws,
          issued_at: now,
        },
        concern: { personId, machine: 'certificate', year: years.to, number },
      }
    }),
  )
}

function isOwn(actor: Actor, personId: string): boolean {
  return actor.personId !== null && actor.personId === personId
}
