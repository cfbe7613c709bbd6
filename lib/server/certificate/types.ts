import 'server-only'
import type { YearResult } from '@/lib/rules/types'
import type { EvaluatedTerm } from '../ledger/evaluate-term'
import type { CertificateData } from '../print/render-certificate'

/** The lines on provisional figures that the certifier confirmed, each by name, and why. */
export interface ConfirmedLines {
  lines: readonly { recordId: string; clause: string; status: string }[]
  reason: string
}

/** The certificate of a credit year that is being certified, or whose counted records were corrected. */
export interface YearCertificateRequest {
  of: 'year'
  yearId: string
  personId: string
  year: number
  result: YearResult
  confirmed: ConfirmedLines | null
  /** Records as a correction in the same act leaves them: columns by name, by record. */
  corrected?: ReadonlyMap<string, Readonly<Record<string, unknown>>>
}

/** The certificate of a term. */
export interface TermCertificateRequest {
  of: 'term'
  termId: string
  personId: string
  evaluated: EvaluatedTerm
  /** The years of which lines depend on a provisional figure, and why the certifier confirmed them; null where there are none. */
  confirmed: { years: readonly number[]; reason: string } | null
  /** The certificate that it replaces: what was confirmed on it stays confirmed, for the reason given then. */
  replaces?: CertificateData
}

export type CertificateRequest = YearCertificateRequest | TermCertificateRequest
