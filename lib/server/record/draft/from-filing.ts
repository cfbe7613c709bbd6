import 'server-only'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { spanDays } from '@/lib/rules/span'
import { db } from '../../database/db'
import { day } from '../../database/plain-dates'
import { recordDetails } from '../../ledger/record-details'
import { readSettings } from '../../runtime/settings'
import type { ContentChange } from '../content'

/** Characters of an organiser or a place in a record; a longer one the person shortens. */
const MOST = 100

/**
 * What a draft takes over from the filing that was chosen: only what it does not say yet. Of a training that is not over, or of a year in
 * which nothing is entered, the days are left for the person to say.
 */
export async function fromFiling(recordId: string, filingId: string, now: Date): Promise<ContentChange> {
  const [record, filing, { openYears }] = await Promise.all([
    db.hourRecord.findUniqueOrThrow({
      where: { id: recordId },
      select: { title: true, organizer: true, place: true, startedOn: true, completedOn: true, details: true },
    }),
    db.filing.findUnique({
      where: { id: filingId },
      select: { title: true, organizer: true, place: true, startsOn: true, endsOn: true, days: true, provider: { select: { name: true } } },
    }),
    readSettings(),
  ])
  if (!filing) return {}
  const organizer = filing.organizer || (filing.provider?.name ?? '')
  const [from, to] = [day(filing.startsOn), day(filing.endsOn)]
  const undated = record.startedOn === null && record.completedOn === null && recordDetails.parse(record.details).days === undefined
  const days = Number(filing.days)
  const isOver = to <= dateInShanghai(now) && openYears.includes(Number(to.slice(0, 4)))
  return {
    ...(record.title === '' ? { title: filing.title } : {}),
    ...(record.organizer === '' && fits(organizer) ? { organizer } : {}),
    ...(record.place === '' && fits(filing.place) ? { place: filing.place } : {}),
    ...(undated && isOver && days <= spanDays(from, to) ? { startedOn: from, completedOn: to, details: { days } } : {}),
  }
}

function fits(text: string): boolean {
  return text !== '' && [...text].length <= MOST
}
