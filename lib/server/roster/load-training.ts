import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate, plainDate, yearOf } from '@/lib/calendar/plain-date'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { FilingState } from '@/lib/workflow/states'
import type { TransitionContext } from '@/lib/workflow/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { notFound } from '../input/errors'
import { readWorkCalendar } from '../runtime/read-work-calendar'

/** A training as a roster needs it. */
export interface Training {
  id: string
  state: FilingState
  number: string | null
  title: string
  provider: string
  providerId: string | null
  regionCode: string
  place: string
  startsOn: PlainDate
  endsOn: PlainDate
  days: number
  approvedOn: PlainDate | null
}

/** The training, where the scope shows it. */
export async function loadTraining(id: string, scope: Prisma.FilingWhereInput): Promise<Training> {
  const filing = await db.filing.findFirst({
    where: { AND: [{ id }, scope] },
    select: {
      id: true,
      state: true,
      number: true,
      title: true,
      providerId: true,
      regionCode: true,
      place: true,
      startsOn: true,
      endsOn: true,
      days: true,
      approvedOn: true,
      provider: { select: { name: true } },
    },
  })
  if (!filing) throw notFound()
  const { provider, days, startsOn, endsOn, approvedOn, ...rest } = filing
  const approved = day(approvedOn)
  return {
    ...rest,
    provider: provider?.name ?? '',
    days: Number(days),
    startsOn: day(startsOn),
    endsOn: day(endsOn),
    approvedOn: approved ? plainDate(approved) : null,
  }
}

/** What the workflow asks of a training before its roster is reported. */
export async function rosterContext(actor: Actor, training: Training, now: Date): Promise<TransitionContext> {
  return {
    by: actor.role,
    today: dateInShanghai(now),
    calendar: await readWorkCalendar(),
    isSelf: false,
    enteredByActor: false,
    trainingFiled: isInGroup('filing', training.state, 'roster'),
    endsOn: training.endsOn,
  }
}

/** The credit year that its hours fall into. */
export function yearOfTraining(training: Training): number {
  return yearOf(training.endsOn)
}
