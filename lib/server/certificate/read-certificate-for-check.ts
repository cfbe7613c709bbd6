import 'server-only'
import { z } from 'zod'
import { maskName } from '@/lib/i18n/mask-name'
import { parseCertificateNumber } from '@/lib/numbers/certificate-number'
import { parseCheckCode } from '@/lib/numbers/check-code'
import type { CertificateState } from '@/lib/workflow/states'
import { statement } from '../database/statement'
import type { CertificateData } from '../print/render-certificate'
import { limitRate } from '../security/rate-limit'

/** What anyone may know of a certificate: the name masked, no ID number, no employer. */
export interface CheckedCertificate {
  state: CertificateState
  number: string
  maskedName: string
  years: { from: number; to: number }
  hours: { professional: number; public: number; required: { total: number; professional: number } }
  /** Of a term's: what its years hold on average. */
  average: { professional: number; total: number } | null
  issuer: string
  issuedOn: string
  /** When it was replaced or revoked. */
  changedAt: string
  /** The number of the certificate that replaced it. */
  successor: string | null
}

const MAX_TYPED = 4_000
const WINDOW_SECONDS = 600
const MAX_IN_WINDOW = 120

/**
 * What was typed or pasted as a key of the check page: a code, a number, or the whole text of a QR code, of which the signature behind the
 * `#` is dropped unread. Null where it is none of them.
 */
export function parseChecked(typed: string): string | null {
  if (typed.length > MAX_TYPED) return null
  const text = (typed.split('#')[0] ?? '').trim()
  const last = /\/verify\/([^/?]+)\/?$/.exec(text)?.[1] ?? text
  if (parseCertificateNumber(last)) return last.normalize('NFKC').trim().toUpperCase()
  return parseCheckCode(last)
}

const byKey = statement('check-certificate', (db, given: { key: string }) =>
  db
    .selectFrom('certificate as c')
    .leftJoin('certificate as s', 's.id', 'c.superseded_by')
    .select(['c.state', 'c.number', 'c.content', 'c.changed_at as changedAt', 's.number as successor'])
    .where((eb) => eb.or([eb('c.code', '=', given.key), eb('c.number', '=', given.key)])),
)

/** The certificate of a code or number as it stands this moment, revocations included; null where there is none. Rate-limited by where the question comes from. */
export async function readCertificateForCheck(key: string, from: string): Promise<CheckedCertificate | null> {
  await limitRate(`verify:${from}`, MAX_IN_WINDOW, WINDOW_SECONDS)
  const parsed = parseChecked(key)
  if (parsed === null) return null
  const [row] = await byKey({ key: parsed })
  if (!row) return null
  const content = printed.parse(row.content) as Pick<
    CertificateData,
    'name' | 'years' | 'totals' | 'required' | 'issuer' | 'issuedOn' | 'average'
  >
  return {
    state: row.state,
    number: row.number,
    maskedName: maskName(content.name),
    years: content.years,
    hours: { professional: content.totals.professional, public: content.totals.public, required: content.required },
    average: content.average ?? null,
    issuer: content.issuer,
    issuedOn: content.issuedOn,
    changedAt: row.changedAt.toISOString(),
    successor: row.successor,
  }
}

const hours = z.number()
const printed = z.object({
  name: z.string(),
  years: z.object({ from: z.number(), to: z.number() }),
  totals: z.object({ professional: hours, public: hours, total: hours }),
  required: z.object({ professional: hours, total: hours }),
  average: z.object({ professional: hours, total: hours }).optional(),
  issuer: z.string(),
  issuedOn: z.iso.date(),
})
