import type { RecordSummaryData } from '@/components/record/summary'
import type { RecordContent } from '@/lib/server/record/content'

interface Named {
  filing: { number: string | null; title: string } | null
  platformName: string | null
}

/** A record's content as the shared summary shows it. */
export function summaryOf(content: RecordContent, { filing, platformName }: Named): RecordSummaryData {
  const { details } = content
  return {
    title: content.title,
    category: content.category,
    option: content.option,
    subject: content.subject,
    author: details.author ?? null,
    startedOn: content.startedOn,
    completedOn: content.completedOn,
    creditYear: content.completedOn ? content.year : null,
    days: details.days,
    times: details.times,
    courses: details.labelledHours === undefined ? details.courses : null,
    labelledHours: details.labelledHours,
    certifiedHours: details.hours,
    presented: details.presented,
    unitApproved: details.unitApproved,
    certificate: details.certificate,
    decision: details.decision,
    number: details.number,
    creditedIn: content.creditedIn,
    platform: platformName,
    filing: filing ? [filing.number, filing.title].filter(Boolean).join(' ') : null,
    organizer: content.organizer,
    place: content.place,
    assessment: content.assessment,
  }
}
