import 'server-only'
import type { PlainDate } from '@/lib/calendar/plain-date'
import en from '@/lib/i18n/messages/en/noticePrint.json'
import zhCN from '@/lib/i18n/messages/zh-CN/noticePrint.json'
import { dateParts, fill, hoursText, printedDate } from './printed-words'
import { drawQr } from './qr-drawing'
import { typeset } from './typesetter'

/** A publicity batch as it hangs on the notice board. No name, number or contact of a practitioner goes in unmasked. */
export interface NoticeData {
  language: 'zh-CN' | 'en'
  /** The publicizing unit's full name. */
  employer: string
  /** First and last credit year among the records. */
  years: { from: number; to: number }
  /** The legal basis as it is cited: title in 《》 and number; a setting. */
  basis: string
  period: { from: PlainDate; to: PlainDate; workingDays: number }
  /** Practitioners on the list. */
  people: number
  lines: NoticeLine[]
  /** Who takes objections at the unit; what is empty is left out. */
  contact: { person: string; phone: string; email: string; place: string }
  /** The batch's page, with its scheme. */
  address: string
  /** The date under the unit's name: the day of opening. */
  signedOn: PlainDate
}

export interface NoticeLine {
  maskedName: string
  /** Empty where the unit has none. */
  department: string
  content: string
  /** `converted`: an achievement, whose hours the year's certification shares out between the subjects. */
  subject: 'professional' | 'public' | 'converted'
  hours: number
  /** Rests on a partial or provisional figure. */
  provisional: boolean
}

/** The printable publicity notice as PDF/A-2a. The same data gives the same bytes. */
export async function renderNotice(data: NoticeData): Promise<Uint8Array> {
  const words = data.language === 'zh-CN' ? zhCN : en
  const years = data.years.from === data.years.to ? fill(words.oneYear, { year: data.years.from }) : fill(words.yearSpan, data.years)
  const title = fill(words.title, { years })
  const { svg, size, quietZone } = drawQr(data.address)
  return typeset('notice.typ', {
    words,
    lang: data.language === 'zh-CN' ? 'zh' : 'en',
    title: title.replace('\n', data.language === 'zh-CN' ? '' : ' '),
    'title-lines': title.split('\n'),
    issuer: data.employer,
    paragraphs: paragraphsOf(data, words, years),
    online: fill(words.online, { address: data.address.replace(/^https?:\/\//, '') }),
    lines: data.lines.map((line) => ({
      name: line.maskedName,
      department: line.department || words.none,
      content: line.content,
      subject: words.subjects[line.subject],
      hours: line.provisional ? `${hoursText(line.hours)} ${words.provisionalMark}` : hoursText(line.hours),
    })),
    notes: [
      ...(data.lines.some((line) => line.provisional) ? [words.provisionalNote] : []),
      ...(data.lines.some((line) => line.subject === 'converted') ? [words.convertedNote] : []),
      words.maskedNote,
    ],
    qr: { svg, size, quietZone },
    signedOn: printedDate(words.date, data.signedOn),
    date: dateParts(data.signedOn),
  })
}

function paragraphsOf(data: NoticeData, words: typeof zhCN, years: string): string[] {
  const { person, phone, email, place } = data.contact
  const ways = Object.entries({ person, phone, email, place } as const)
    .filter(([, value]) => value !== '')
    .map(([way, value]) => fill(words[way as keyof NoticeData['contact']], { value }))
  return [
    fill(words.opening, { basis: data.basis, people: data.people, count: data.lines.length, years }),
    fill(words.period, {
      from: printedDate(words.date, data.period.from),
      to: printedDate(words.date, data.period.to),
      days: data.period.workingDays,
    }),
    words.objection,
    ...(ways.length > 0 ? [fill(words.contact, { contact: ways.join(words.separator) })] : []),
  ]
}
