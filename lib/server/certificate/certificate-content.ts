import 'server-only'
import { type PlainDate, plainDate } from '@/lib/calendar/plain-date'
import certification from '@/lib/i18n/messages/zh-CN/certification.json'
import terms from '@/lib/i18n/messages/zh-CN/terms.json'
import type { ResultLine, YearResult } from '@/lib/rules/types'
import type { RecordDetails } from '../ledger/record-details'
import type { CertificateData, CertificateLine } from '../print/render-certificate'

/** A counted record as it is printed. */
export interface PrintedRecord {
  id: string
  title: string
  category: keyof typeof terms.category
  option: string | null
  organizer: string
  details: RecordDetails
  completedOn: string | null
  filingNumber: string | null
  platformName: string | null
}

export interface CertificateOwner {
  name: string
  idNumberMask: string
  /** Empty: freelance. */
  employer: string
  titleSeries: string
  titleName: string
}

export interface CertificateFrame {
  title: string
  footing: string
  number: string
  issuer: string
  issuedOn: PlainDate
  checkAddress: string
  qrText: string
  selfSigned: boolean
  /** Why the certifier confirmed the lines that rest on a provisional figure; null where there are none. */
  confirmedBecause: string | null
}

/** Everything that a year's certificate prints, as plain data: the lines that count, in the order of completion. In Chinese: it is an official document. */
export function certificateContent(
  year: number,
  result: YearResult,
  records: readonly PrintedRecord[],
  owner: CertificateOwner,
  frame: CertificateFrame,
): CertificateData {
  const words = certification.print
  const byId = new Map(records.map((record) => [record.id, record]))
  const { confirmedBecause, footing, ...rest } = frame
  return {
    ...rest,
    language: 'zh-CN',
    footing: footing === '' ? [] : footing.split('\n'),
    years: { from: year, to: year },
    name: owner.name,
    maskedIdNumber: owner.idNumberMask,
    employer: owner.employer || words.freelance,
    jobTitle: owner.titleName ? put(words.jobTitle, { series: owner.titleSeries, name: owner.titleName }).trim() : '',
    lines: countedLines(result)
      .flatMap((line) => {
        const record = byId.get(line.id)
        return record ? [printedLine(line, record)] : []
      })
      .toSorted((a, b) => (a.completedOn < b.completedOn ? -1 : a.completedOn > b.completedOn ? 1 : 0)),
    totals: result.totals,
    required: { professional: result.required.professional ?? 0, total: result.required.total ?? 0 },
    provisionalNote: confirmedBecause ? put(words.confirmed, { reason: confirmedBecause }) : null,
    ruleSet: result.ruleSet,
    inProvincialSystem: false,
  }
}

/** The lines of which the year takes something. */
export function countedLines(result: YearResult): ResultLine[] {
  return result.lines.filter((line) => line.counted > 0)
}

/** The counted lines that rest on a figure that is not law yet: the certifier confirms each by name. */
export function provisionalLines(result: YearResult): ResultLine[] {
  return countedLines(result).filter((line) => line.status !== 'legible')
}

function printedLine(line: ResultLine, record: PrintedRecord): CertificateLine {
  return {
    content: record.title,
    form: formOf(record),
    basis: basisOf(record),
    completedOn: record.completedOn ? plainDate(record.completedOn) : '',
    professional: line.professional,
    public: line.public,
    provisional: line.status !== 'legible',
  }
}

function formOf({ category, option, details }: PrintedRecord): string {
  const words = certification.print
  if (category === 'training') return put(words.training, { count: details.days ?? 0 })
  if (category === 'teaching') return put(words.teaching, { count: details.times ?? 0 })
  if (category === 'courseware') return details.courses ? put(words.courses, { count: details.courses }) : words.courseware
  const values = { category: terms.category[category], option: optionWord(category, option) }
  if (!values.option) return values.category
  if (category === 'paper' && details.author) return put(words.withAuthor, { ...values, author: terms.author[details.author] })
  return put(category === 'conference' && details.presented ? words.presented : words.withOption, values)
}

function optionWord(category: PrintedRecord['category'], option: string | null): string {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = terms.option
  return option ? (words[category]?.[option] ?? '') : ''
}

/** What the hours rest on: the filing, the platform, the number of the work or certificate, else who held it. */
function basisOf({ category, details, filingNumber, platformName, organizer }: PrintedRecord): string {
  if (category === 'courseware') return platformName ?? organizer
  return filingNumber ?? details.certificate ?? details.decision ?? details.number ?? organizer
}

function put(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
