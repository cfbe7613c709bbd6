import 'server-only'
import type { PlainDate } from '@/lib/calendar/plain-date'
import en from '@/lib/i18n/messages/en/certificatePrint.json'
import zhCN from '@/lib/i18n/messages/zh-CN/certificatePrint.json'
import { dateParts, fill, hoursText, printedDate } from './printed-words'
import { drawQr } from './qr-drawing'
import { typeset } from './typesetter'

/** Everything that is printed, as plain JSON: stored with the certificate, so that it always prints the same. */
export interface CertificateData {
  /** Of the printed labels; what comes from settings and records is printed as it is. */
  language: 'zh-CN' | 'en'
  /** A setting of the rule set. */
  title: string
  /** A setting of the rule set: paragraphs under the table, the legal basis first. */
  footing: string[]
  number: string
  /** The credit year (both equal), or the first and last of a certified term. */
  years: { from: number; to: number }
  name: string
  maskedIdNumber: string
  employer: string
  /** Title and series as they shall read, for example of a nurse; empty where there is none. */
  jobTitle: string
  lines: CertificateLine[]
  /** Of a term's certificate: what its years hold on average (N8.1), against a year's minimums. */
  average?: { professional: number; total: number; required: { professional: number; total: number } }
  totals: { professional: number; public: number; total: number }
  required: { professional: number; total: number }
  /** How the certifier confirmed the provisional figures; printed behind the mark when a line has one. Null: the general sentence. */
  provisionalNote: string | null
  /** The rule set that the hours were computed by; older certificates name none. */
  ruleSet?: string
  issuer: string
  issuedOn: PlainDate
  /** M17: whether the hours had reached the provincial system by then. */
  inProvincialSystem: boolean
  /** Whether the PDF's signature rests on a self-signed certificate. */
  selfSigned: boolean
  /** Printed without its scheme: where anyone can type the code. */
  checkAddress: string
  /** The whole text of the QR code (`qrText`). */
  qrText: string
}

/** One counted record; in a term's certificate one year. */
export interface CertificateLine {
  content: string
  /** The form and its quantity: a training of five days. */
  form: string
  /** What it rests on: a filing number, a journal, a certificate; empty where there is nothing to name. */
  basis: string
  completedOn: PlainDate | ''
  professional: number
  public: number
  /** Rests on a partial or provisional figure. */
  provisional: boolean
}

/** Of a certificate that no longer holds: what became of it, and on which day. */
export interface CertificateMark {
  state: 'superseded' | 'revoked'
  on: PlainDate
}

/** The certificate as PDF/A-2a, not signed yet. The same data gives the same bytes; one that no longer holds says so on every page. */
export async function renderCertificate(data: CertificateData, mark: CertificateMark | null = null): Promise<Uint8Array> {
  const words = wordsFor(data)
  const totals = {
    professional: hoursText(data.totals.professional),
    public: hoursText(data.totals.public),
    total: hoursText(data.totals.total),
  }
  const years = data.years.from === data.years.to ? fill(words.oneYear, { year: data.years.from }) : fill(words.yearSpan, data.years)
  // A term is held to its yearly averages: those are what its two bars show.
  const shown = data.average ?? data.totals
  const required = data.average?.required ?? data.required
  const averages = { averageTotal: hoursText(shown.total), averageProfessional: hoursText(shown.professional) }
  const { svg, size, quietZone } = drawQr(data.qrText)
  return typeset('certificate.typ', {
    words,
    lang: data.language === 'zh-CN' ? 'zh' : 'en',
    heading: fill(words.heading, { title: data.title, number: data.number }),
    title: data.title,
    years,
    number: data.number,
    'number-line': fill(words.number, { number: data.number }),
    name: data.name,
    maskedIdNumber: data.maskedIdNumber,
    employer: data.employer,
    jobTitle: data.jobTitle || words.none,
    statement: fill(words.statement, { years, ...totals, ...averages }),
    bars: [
      {
        label: words.professional,
        parts: [shown.professional],
        need: required.professional,
        reached: fill(words.reached, { hours: hoursText(shown.professional) }),
        atLeast: fill(words.atLeast, { hours: hoursText(required.professional) }),
      },
      {
        label: words.total,
        parts: [shown.professional, Math.max(0, Math.round((shown.total - shown.professional) * 10) / 10)],
        need: required.total,
        reached: fill(words.reached, { hours: hoursText(shown.total) }),
        atLeast: fill(words.atLeast, { hours: hoursText(required.total) }),
      },
    ],
    lines: data.lines.map((line) => ({
      content: line.content,
      form: line.provisional ? `${line.form} ${words.provisionalMark}` : line.form,
      basis: line.basis,
      completedOn: line.completedOn || words.none,
      professional: line.professional > 0 ? hoursText(line.professional) : words.none,
      public: line.public > 0 ? hoursText(line.public) : words.none,
    })),
    sums: { label: fill(words.sum, totals), professional: totals.professional, public: totals.public },
    notes: notesOf(data, words),
    qr: { svg, size, quietZone },
    check: fill(words.check, { address: data.checkAddress }),
    issuer: data.issuer,
    issuedOn: printedDate(words.date, data.issuedOn),
    date: dateParts(data.issuedOn),
    ...(mark ? { mark: markWords(mark, words) } : {}),
  })
}

/** The labels; those of a term's certificate where it is one. */
function wordsFor(data: CertificateData): typeof zhCN {
  const words = data.language === 'zh-CN' ? zhCN : en
  return data.average ? { ...words, ...words.term } : words
}

function markWords({ state, on }: CertificateMark, words: typeof zhCN): { across: string; sentence: string } {
  const { across, sentence } = words.mark[state]
  return { across, sentence: fill(sentence, { date: printedDate(words.date, on) }) }
}

function notesOf(data: CertificateData, words: typeof zhCN): string[] {
  const provisional = data.lines.some((line) => line.provisional)
  return [
    ...(provisional ? [`${words.provisionalMark} ${data.provisionalNote ?? words.provisionalDefault}`] : []),
    ...data.footing,
    ...(data.ruleSet ? [fill(words.ruleSet, { code: data.ruleSet })] : []),
    data.inProvincialSystem ? words.inProvincialSystem : words.notInProvincialSystem,
    ...(data.selfSigned ? [words.selfSigned] : []),
  ]
}
