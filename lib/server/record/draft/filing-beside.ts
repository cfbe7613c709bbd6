import 'server-only'
import { type PlainDate, plainDate } from '@/lib/calendar/plain-date'
import { compareWithFiling, type EnteredTraining, type FiledTraining, type FilingComparison } from '@/lib/rules/compare-with-filing'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { FilingState } from '@/lib/workflow/states'
import type { Prisma } from '@/prisma/generated/client/client'
import { day } from '../../database/plain-dates'
import type { RecordContent } from '../content'

/** A training's filing as it stands in the register, beside what was entered. */
export interface FilingBeside extends FiledTraining {
  id: string
  number: string | null
  state: FilingState
  /** It stands in the public register: not refused, nor cancelled since it was chosen. */
  registered: boolean
  bureauApprovedOn: PlainDate | null
  authorityApprovedOn: PlainDate | null
  entered: EnteredTraining
  comparison: FilingComparison
}

export const filingBesideSelect = {
  id: true,
  number: true,
  state: true,
  title: true,
  startsOn: true,
  endsOn: true,
  days: true,
  approvedOn: true,
  bureauApprovedOn: true,
  authorityApprovedOn: true,
  organizer: true,
  provider: { select: { name: true } },
} as const satisfies Prisma.FilingSelect

/** The training as the register has it. */
export type RegisteredTraining = Omit<FilingBeside, 'registered' | 'entered' | 'comparison'>

/** As Prisma reads it. */
export function registeredTraining({
  provider,
  ...row
}: Prisma.FilingGetPayload<{ select: typeof filingBesideSelect }>): RegisteredTraining {
  return {
    ...row,
    organizer: row.organizer || (provider?.name ?? null),
    startsOn: day(row.startsOn),
    endsOn: day(row.endsOn),
    days: Number(row.days),
    approvedOn: day(row.approvedOn),
    bureauApprovedOn: day(row.bureauApprovedOn),
    authorityApprovedOn: day(row.authorityApprovedOn),
  }
}

/** The training with its comparison, for the person before submitting and for whoever reviews. */
export function filingBeside(
  filed: RegisteredTraining,
  {
    title,
    organizer,
    startedOn,
    completedOn,
    details,
  }: Pick<RecordContent, 'title' | 'organizer' | 'startedOn' | 'completedOn' | 'details'>,
): FilingBeside {
  const entered: EnteredTraining = {
    title,
    organizer,
    startedOn: startedOn ? plainDate(startedOn) : null,
    completedOn: completedOn ? plainDate(completedOn) : null,
    days: details.days ?? null,
  }
  return { ...filed, registered: isInGroup('filing', filed.state, 'register'), entered, comparison: compareWithFiling(entered, filed) }
}
