import 'server-only'
import { plainDate } from '@/lib/calendar/plain-date'
import { ACHIEVEMENTS, type Category, OPTIONS, type RecordInput, type Subject } from '@/lib/rules/types'
import type { Builder } from '../database/statement'
import type { RecordDetails } from './record-details'

/** A record as the ledger and the preview need it: dates as text, whatever they were read with. */
export interface CreditableRecord {
  id: string
  year: number
  category: Category
  option: string | null
  subject: Subject | null
  startedOn: string | null
  completedOn: string | null
  details: RecordDetails
  achievement: string | null
  creditedIn: number | null
  filingApprovedOn: string | null
}

/** Records `r`, with their filing `f`, as CreditableRecords: whoever asks says which and adds what else they need. */
export function creditableRecords(db: Builder) {
  return db
    .selectFrom('hour_record as r')
    .leftJoin('filing as f', 'f.id', 'r.filing_id')
    .select([
      'r.id',
      'r.year',
      'r.category',
      'r.option',
      'r.subject',
      'r.started_on as startedOn',
      'r.completed_on as completedOn',
      'r.achievement',
      'r.credited_in as creditedIn',
      'f.approved_on as filingApprovedOn',
    ])
    .select((eb) => eb.ref('r.details').$castTo<RecordDetails>().as('details'))
}

export function isAchievement(category: Category): boolean {
  return (ACHIEVEMENTS as readonly Category[]).includes(category)
}

/** The record as the rules take it; null while something they need is missing (a draft). */
export function toRulesInput(record: CreditableRecord): RecordInput | null {
  const { id, category, details } = record
  if (!record.completedOn) return null
  if (OPTIONS[category].length > 0 && !record.option) return null
  const common = {
    id,
    completedOn: plainDate(record.completedOn),
    ...(record.creditedIn === null ? {} : { creditedIn: record.creditedIn }),
  }
  const option = record.option ? { option: record.option } : {}
  if (isAchievement(category)) {
    const achievement = record.achievement ? { achievement: record.achievement } : {}
    const author = category === 'paper' && details.author ? { author: details.author } : {}
    return { ...common, category, ...option, ...achievement, ...author } as RecordInput
  }
  if (!record.subject) return null
  const own = participationFields(record)
  return own && ({ ...common, category, subject: record.subject, ...option, ...own } as RecordInput)
}

function participationFields({ category, details, startedOn, filingApprovedOn }: CreditableRecord): object | null {
  switch (category) {
    case 'conference':
      return { presented: details.presented ?? false }
    case 'training':
      if (!startedOn || details.days === undefined) return null
      return {
        startedOn: plainDate(startedOn),
        days: details.days,
        ...(filingApprovedOn ? { filing: { approvedOn: plainDate(filingApprovedOn) } } : {}),
      }
    case 'teaching':
      return details.times === undefined ? null : { times: details.times, unitApproved: details.unitApproved ?? false }
    case 'courseware':
      if (!details.platform) return null
      return {
        platform: details.platform,
        ...(details.labelledHours === undefined ? { courses: details.courses ?? 1 } : { labelledHours: details.labelledHours }),
      }
    case 'elsewhere':
      return details.hours === undefined || !details.certificate ? null : { hours: details.hours, certificate: details.certificate }
    case 'other':
      return details.hours === undefined || !details.decision ? null : { hours: details.hours, decision: details.decision }
    default:
      return null
  }
}
