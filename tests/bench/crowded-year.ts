import { plainDate } from '@/lib/calendar/plain-date'
import type { WhatIf } from '@/lib/rules/what-if/state'

export const ENTRIES = 50

/** Many small things of all kinds that do not suffice, so that every rule is applied. */
export function crowded(): WhatIf {
  const day = (n: number) => plainDate(`2025-0${1 + (n % 6)}-${10 + (n % 18)}`)
  const kinds = [
    (n: number) => ({ category: 'training' as const, subject: 'professional' as const, startedOn: day(n), completedOn: day(n), days: 0.5 }),
    (n: number) => ({
      category: 'courseware' as const,
      subject: 'public' as const,
      completedOn: day(n),
      platform: 'ahou',
      labelledHours: 0.3,
    }),
    (n: number) => ({ category: 'patent' as const, option: 'design' as const, completedOn: day(n) }),
    (n: number) => ({
      category: 'teaching' as const,
      subject: 'professional' as const,
      completedOn: day(n),
      times: 1,
      unitApproved: n % 3 === 0,
    }),
  ]
  const entries = Array.from({ length: ENTRIES }, (_, n) => (kinds[n % kinds.length] ?? kinds[0])?.(n)).flatMap((entry) => entry ?? [])
  return { year: 2025, ruleSet: null, transferredOn: null, pick: null, entries }
}
