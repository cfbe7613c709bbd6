import 'server-only'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { publicityPeriod } from '@/lib/calendar/working-days'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { readSettings } from '../runtime/settings'

export interface Period {
  openedOn: PlainDate
  startsOn: PlainDate
  endsOn: PlainDate
  provisional: boolean
  workingDays: number
  /** The site's setting: no unit goes below it (M14.1, provisional). */
  leastDays: number
}

/** The period a batch of this unit would have if it were opened now: the unit's own length where it is longer than the site's. */
export async function periodIfOpenedNow(unit: { publicityDays: number | null }, now: Date): Promise<Period> {
  const [settings, calendar] = await Promise.all([readSettings(), readWorkCalendar()])
  const openedOn = dateInShanghai(now)
  const workingDays = Math.max(unit.publicityDays ?? 0, settings.publicityDays)
  return { openedOn, ...publicityPeriod(calendar, openedOn, workingDays), workingDays, leastDays: settings.publicityDays }
}
