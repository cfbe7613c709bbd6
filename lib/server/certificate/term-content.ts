import 'server-only'
import type { PlainDate } from '@/lib/calendar/plain-date'
import certification from '@/lib/i18n/messages/zh-CN/certification.json'
import type { EvaluatedTerm, YearSource } from '../ledger/evaluate-term'
import { fill } from '../print/printed-words'
import type { CertificateData } from '../print/render-certificate'
import type { CertificateFrame, CertificateOwner } from './certificate-content'

export interface YearBasis {
  /** Of the year's certificate. */
  number: string | null
  on: PlainDate | null
}

const words = certification.print
const SOURCES: Readonly<Record<YearSource, string>> = {
  certified: words.sourceCertified,
  ledger: words.sourceLedger,
  historic: words.sourceHistoric,
  revoked: words.sourceNone,
  none: words.sourceNone,
}

/** Everything that a term's certificate prints: its years with where their hours come from, the averages against a year's minimums. */
export function termContent(
  standing: EvaluatedTerm,
  bases: ReadonlyMap<number, YearBasis>,
  owner: CertificateOwner,
  provisionalYears: readonly number[],
  frame: CertificateFrame,
): CertificateData {
  const { confirmedBecause, footing, ...rest } = frame
  const { years, totals, average, required, sources } = standing
  const a = (hours: number) => Math.round((hours / years.length) * 10) / 10
  return {
    ...rest,
    language: 'zh-CN',
    footing: footing === '' ? [] : footing.split('\n'),
    years: { from: years[0] ?? 0, to: years.at(-1) ?? 0 },
    name: owner.name,
    maskedIdNumber: owner.idNumberMask,
    employer: owner.employer || words.freelance,
    jobTitle: owner.titleName ? fill(words.jobTitle, { series: owner.titleSeries, name: owner.titleName }).trim() : '',
    lines: sources.map(({ year, total, professional, source }) => ({
      content: fill(words.termYear, { year }),
      form: SOURCES[source],
      basis: bases.get(year)?.number ?? '',
      completedOn: bases.get(year)?.on ?? '',
      professional,
      public: Math.round((total - professional) * 10) / 10,
      provisional: provisionalYears.includes(year),
    })),
    average: { ...average, required: { professional: a(required.professional), total: a(required.total) } },
    totals: { ...totals, public: Math.round((totals.total - totals.professional) * 10) / 10 },
    required,
    provisionalNote: confirmedBecause ? fill(words.confirmed, { reason: confirmedBecause }) : null,
    inProvincialSystem: false,
  }
}
