import type { PlainDate } from '@/lib/calendar/plain-date'

/** A training as the person says it was. */
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

export const COMPARED = ['title', 'organizer', 'dates', 'days'] as const
export type Compared = (typeof COMPARED)[number]

/** same; less: within what was filed, as for whoever attended a part of it; differs: to be looked at. */
export type Match = 'same' | 'less' | 'differs'

export interface FilingComparison {
  matches: Record<Compared, Match>
  /** Whether its hours can count: approved on or before the first day attended. */
  approval: 'in_time' | 'late' | 'none'
}

/**
 * What was entered against what was filed. What is not entered yet differs from nothing. Names are the same whatever their width, case,
 * spaces and punctuation; an organiser also where one name holds the other (a department of the hospital). Differences are for people to
 * look at: of all this the rules take the approval alone.
 */
export function compareWithFiling(entered: EnteredTraining, filed: FiledTraining): FilingComparison {
  return {
    matches: {
      title: sameText(entered.title, filed.title) ? 'same' : 'differs',
      organizer: organizers(entered.organizer, filed.organizer ?? ''),
      dates: dates(entered, filed),
      days: entered.days === null || entered.days === filed.days ? 'same' : entered.days < filed.days ? 'less' : 'differs',
    },
    approval: filed.approvedOn === null ? 'none' : filed.approvedOn <= (entered.startedOn ?? filed.startsOn) ? 'in_time' : 'late',
  }
}

/** Those that are to be looked at. */
export function differing({ matches }: FilingComparison): Compared[] {
  return COMPARED.filter((name) => matches[name] === 'differs')
}

function dates({ startedOn, completedOn }: EnteredTraining, { startsOn, endsOn }: FiledTraining): Match {
  const from = startedOn ?? startsOn
  const to = completedOn ?? endsOn
  if (from === startsOn && to === endsOn) return 'same'
  return from >= startsOn && to <= endsOn ? 'less' : 'differs'
}

function organizers(entered: string, filed: string): Match {
  const [one, other] = [plain(entered), plain(filed)]
  if (one === '' || other === '') return 'same'
  return one.includes(other) || other.includes(one) ? 'same' : 'differs'
}

function sameText(entered: string, filed: string): boolean {
  const [one, other] = [plain(entered), plain(filed)]
  return one === '' || one === other
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')
}
