import 'server-only'
import type { RecordPath } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { addWorkingDays, countWorkingDays, type WorkCalendar } from '@/lib/calendar/working-days'
import { type Assignee, assigneeOf } from '@/lib/workflow/assignee'
import { isInGroup, silenceEnds } from '@/lib/workflow/state-groups'
import type { RecordState } from '@/lib/workflow/states'
import { APPEAL_DAYS } from '@/lib/workflow/transition'

/** For whom a record waits, and until when. */
export interface Waiting {
  for: Assignee
  /** The last day of whoever it waits for: a due date, the end of a publicity, or the ten days of an employer's silence. */
  until: PlainDate | null
  daysLeft: number | null
  provisional: boolean
  /** The publicity's last day has passed. */
  periodOver: boolean
  /** From when the person may turn to the bureau, where the employer keeps silent. */
  escalatableFrom: PlainDate | null
  /** Until when the person may appeal. */
  appealUntil: PlainDate | null
}

export interface WaitingFacts {
  state: RecordState
  path: RecordPath | null
  escalated: boolean
  dueOn: PlainDate | null
  waitingSince: PlainDate | null
  periodEndsOn: PlainDate | null
  decidedOn: PlainDate | null
  appealsUsed: number
}

/** What comes next of a record, as of today. */
export function waitingOf(record: WaitingFacts, today: PlainDate, calendar: WorkCalendar): Waiting {
  const shown = isInGroup('record', record.state, 'publicity_board')
  const periodEndsOn = shown ? record.periodEndsOn : null
  const periodOver = periodEndsOn !== null && today > periodEndsOn
  const who = assigneeOf('record', record.state, record.path, { inBureauHands: record.escalated, periodOver })
  const due = record.dueOn
  const since = periodOver ? periodEndsOn : record.waitingSince
  const silent = who === 'employer' && isInGroup('record', record.state, 'escalatable') && since ? silenceEnds(calendar, since) : null
  const afterPeriod = periodEndsOn && !periodOver && !record.escalated ? silenceEnds(calendar, periodEndsOn) : null
  const until = who === 'public' ? periodEndsOn : periodOver ? (silent?.until.on ?? due) : (due ?? silent?.until.on ?? null)
  const left = until ? countWorkingDays(calendar, today, until) : null
  const appealable = isInGroup('record', record.state, 'appealable') && record.appealsUsed === 0 && record.decidedOn
  return {
    for: who,
    until,
    daysLeft: left?.days ?? null,
    provisional: left?.provisional ?? false,
    periodOver,
    escalatableFrom: silent?.escalatableFrom ?? afterPeriod?.escalatableFrom ?? null,
    appealUntil: appealable ? addWorkingDays(calendar, appealable, APPEAL_DAYS).on : null,
  }
}
