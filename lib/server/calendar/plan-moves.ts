import 'server-only'
import { movedDeadline, movedPeriod } from '@/lib/calendar/moved-deadline'
import { addDays, type PlainDate, plainDate } from '@/lib/calendar/plain-date'
import { isWorkingDay, type WorkCalendar } from '@/lib/calendar/working-days'
import { statesIn } from '@/lib/workflow/state-groups'
import type { Prisma } from '@/prisma/generated/client/client'
import {
  batchesRunning,
  casesRunning,
  filingsRunning,
  objectionsRunning,
  type Running,
  recordsRunning,
  type Stream,
  yearsRunning,
} from './running-deadlines'

/** Whose turn it is. `everyone`: a publicity period, within which anyone may object. */
export type WaitsFor = 'person' | 'objector' | 'employer' | 'bureau' | 'everyone'

export interface Move {
  stream: Stream
  id: string
  waitsFor: WaitsFor
  organizationId: string | null
  regionCode: string | null
  from: PlainDate
  to: PlainDate
  provisional: boolean
  /** Of a publicity period: its first day. */
  startsOn: PlainDate | null
}

type Client = Pick<Prisma.TransactionClient, '$queryRawUnsafe'>

/** No deadline of this site is further away. */
const HORIZON_DAYS = 400

/**
 * Every deadline still running that the change moves, or whose day becomes certain (then `to` is `from`). Those whose day has passed stay: what
 * was late is late, what was decided was decided by the calendar of its time.
 */
export async function planMoves(client: Client, before: WorkCalendar, after: WorkCalendar, today: PlainDate): Promise<Move[]> {
  const range = { today, first: firstChanged(before, after, today) }
  // One after the other: a transaction has one connection.
  const periods = await batchesRunning(client, range, statesIn('batch', 'public'))
  const batches = periods.map((period): Move => {
    const { startsOn, endsOn, provisional } = movedPeriod(period, after, today)
    const { id, organizationId } = period
    return {
      stream: 'batch',
      id,
      waitsFor: 'everyone',
      organizationId,
      regionCode: null,
      from: period.endsOn,
      to: endsOn,
      provisional,
      startsOn,
    }
  })
  const ends = new Map(batches.map((move) => [move.id, move]))
  const move = (running: Running): Move => {
    const batch = running.batchId ? ends.get(running.batchId) : undefined
    const { stream, id, waitsFor, organizationId, regionCode, due } = running
    const { on, provisional } = batch ? { on: batch.to, provisional: batch.provisional } : movedDeadline(running, before, after, today)
    return { stream, id, waitsFor, organizationId, regionCode, from: due, to: on, provisional, startsOn: null }
  }
  const rest = [
    ...(await recordsRunning(client, range)),
    ...(await objectionsRunning(client, range)),
    ...(await yearsRunning(client, range)),
    ...(await casesRunning(client, range)),
    ...(await filingsRunning(client, range)),
  ]
  return [...batches, ...rest.map(move)]
}

/** The first day, as far back as a running deadline may have begun, that is worked by one calendar and not by the other. */
function firstChanged(before: WorkCalendar, after: WorkCalendar, today: PlainDate): PlainDate {
  const last = addDays(today, 2 * HORIZON_DAYS)
  for (let day = addDays(today, -HORIZON_DAYS); day < last; day = addDays(day, 1)) {
    if (isWorkingDay(before, day) !== isWorkingDay(after, day)) return day
  }
  return plainDate('2999-12-31')
}
