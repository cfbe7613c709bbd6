import 'server-only'
import type { PlainDate } from '@/lib/calendar/plain-date'
import en from '@/lib/i18n/messages/en/attendancePrint.json'
import zhCN from '@/lib/i18n/messages/zh-CN/attendancePrint.json'
import { dateParts, fill, hoursText, printedDate } from './printed-words'
import { typeset } from './typesetter'

/** One line of a confirmed roster, for the person it is about. */
export interface AttendanceData {
  language: 'zh-CN' | 'en'
  name: string
  numberMask: string
  title: string
  filingNumber: string | null
  organizer: string
  place: string
  startsOn: PlainDate
  endsOn: PlainDate
  trainingDays: number
  days: number
  result: string
  completedOn: PlainDate
  line: number
  confirmedOn: PlainDate
}

/** The line as PDF/A-2a: the proof of a record that a roster made. The same data gives the same bytes. */
export function renderAttendance(data: AttendanceData): Uint8Array {
  const words = data.language === 'zh-CN' ? zhCN : en
  const date = (day: PlainDate) => printedDate(words.date, day)
  const lines: [string, string][] = [
    [words.name, data.name],
    [words.number, data.numberMask],
    [words.training, data.title],
    [words.filing, data.filingNumber ?? words.unfiled],
    [words.organizer, data.organizer],
    [words.place, data.place || words.none],
    [words.time, fill(words.timeValue, { from: date(data.startsOn), to: date(data.endsOn), days: hoursText(data.trainingDays) })],
    [words.days, fill(words.daysValue, { days: hoursText(data.days) })],
    [words.completed, date(data.completedOn)],
    [words.result, data.result],
  ]
  return typeset('attendance.typ', {
    words: { page: words.page },
    lang: data.language === 'zh-CN' ? 'zh' : 'en',
    title: words.title,
    lead: words.lead,
    organizer: data.organizer,
    lines: lines.map(([term, value]) => ({ term, value })),
    footing: fill(words.footing, { on: date(data.confirmedOn), line: data.line }),
    signedOn: date(data.confirmedOn),
    date: dateParts(data.confirmedOn),
  })
}
