import 'server-only'
import type { OpenDeadline as DeadlineDays } from '@/lib/calendar/moved-deadline'
import type { PlainDate } from '@/lib/calendar/plain-date'

/** What has deadlines that a change of the calendar moves. */
export type Stream = 'batch' | 'record' | 'objection' | 'year' | 'case' | 'filing'

/** Whose turn it is. `everyone`: a publicity period, within which anyone may object. */
export type WaitsFor = 'person' | 'objector' | 'employer' | 'bureau' | 'everyone'

/** A deadline that has not passed: since when its days are counted, when it ends, whose turn it is. */
export interface OpenDeadline extends DeadlineDays {
  stream: Stream
  id: string
  waitsFor: WaitsFor
  organizationId: string | null
  regionCode: string | null
  /** Where it ends with a publicity period. */
  batchId: string | null
}

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
