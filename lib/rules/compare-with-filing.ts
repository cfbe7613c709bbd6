import type { PlainDate } from '@/lib/calendar/plain-date'

/** A training as the person entered it. */
export interface EnteredTraining {
  title: string
  organizer: string
  startedOn: PlainDate | null
  completedOn: PlainDate | null
  days: number | null
}

/** A training as it was filed (N3.2). */
export interface FiledTraining {
  title: string
  organizer: string | null
  startsOn: PlainDate
  endsOn: PlainDate
  days: number
  /** The later of the two approvals. */
  approvedOn: PlainDate | null
}

export const COMPARED_FIELDS = ['title', 'organizer', 'dates', 'days'] as const
export type ComparedField = (typeof COMPARED_FIELDS)[number]

/** less: within what was filed, as for a person who attended only a part. differs: a reviewer should look at it. */
export type Match = 'same' | 'less' | 'differs'

export interface FilingComparison {
  matches: Record<ComparedField, Match>
  /** Whether its hours can count: approved on or before the first day attended. */
  approval: 'in_time' | 'late' | 'none'
}

/**
 * Compares an entered training with its filing (N3.2). Fields that are not entered yet count as the same. Names are compared without width,
 * case, spaces and punctuation; organisers also match where one name contains the other (a department of a hospital). The differences are
 * for reviewers; crediting uses only the approval.
 */
export function compareWithFiling(entered: EnteredTraining, filed: FiledTraining): FilingComparison {
  return {
    matches: {
      title: isSameText(entered.title, filed.title) ? 'same' : 'differs',
      organizer: compareOrganizers(entered.organizer, filed.organizer ?? ''),
      dates: compareDates(entered, filed),
      days: entered.days === null || entered.days === filed.days ? 'same' : entered.days < filed.days ? 'less' : 'differs',
    },
    approval: filed.approvedOn === null ? 'none' : filed.approvedOn <= (entered.startedOn ?? filed.startsOn) ? 'in_time' : 'late',
  }
}

/** The fields in which the entered training goes beyond the filing or contradicts it. */
export function differingFields({ matches }: FilingComparison): ComparedField[] {
  return COMPARED_FIELDS.filter((name) => matches[name] === 'differs')
}

function compareDates({ startedOn, completedOn }: EnteredTraining, { startsOn, endsOn }: FiledTraining): Match {
  const from = startedOn ?? startsOn
  const to = completedOn ?? endsOn
  if (from === startsOn && to === endsOn) return 'same'
  return from >= startsOn && to <= endsOn ? 'less' : 'differs'
}

function compareOrganizers(entered: string, filed: string): Match {
  const [one, other] = [normalised(entered), normalised(filed)]
  if (one === '' || other === '') return 'same'
  return one.includes(other) || other.includes(one) ? 'same' : 'differs'
}

function isSameText(entered: string, filed: string): boolean {
  const [one, other] = [normalised(entered), normalised(filed)]
  return one === '' || one === other
}

function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')
}
