import 'server-only'
import type { PlainDate } from '@/lib/calendar/plain-date'
import type { Status, Subject } from '@/lib/rules/types'
import { db } from '../database/db'
import { day } from '../database/plain-dates'

export interface PlatformRow {
  id: string
  name: string
  subjects: Subject[]
  from: PlainDate
  until: PlainDate | null
  status: Status
  /** The clause it rests on. */
  source: string
  /** Whether what is completed on the day counts. */
  counts: 'now' | 'not_yet' | 'no_longer'
}

/** The learning platforms with the window in which what was completed there counts (N3.3), those that count first. */
export async function readPlatforms(today: PlainDate): Promise<PlatformRow[]> {
  const found = await db.platform.findMany({ orderBy: [{ fromOn: 'desc' }, { name: 'asc' }] })
  const rows = found.map(({ id, name, subjects, fromOn, untilOn, status, source }): PlatformRow => {
    const from = day(fromOn)
    const until = day(untilOn)
    const counts = today < from ? 'not_yet' : until !== null && until < today ? 'no_longer' : 'now'
    return { id, name, subjects, from, until, status, source, counts }
  })
  const order = { now: 0, not_yet: 1, no_longer: 2 }
  return rows.sort((a, b) => order[a.counts] - order[b.counts])
}
