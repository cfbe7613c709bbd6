import { parseCase } from '@/lib/rules/parse'
import type { YearCase } from '@/lib/rules/types'

/** A practitioner's usual year, eight records as in the city-size data; every fourth one has something that does not count. */
function usualYear(n: number): unknown {
  const late = n % 4 === 0
  const day = String(10 + (n % 18))
  return {
    kind: 'year',
    year: 2025,
    records: [
      {
        id: `${n}-1`,
        category: 'training',
        subject: 'professional',
        startedOn: '2025-03-03',
        completedOn: '2025-03-07',
        days: 1 + (n % 5),
        filing: { approvedOn: late ? '2025-03-04' : '2025-02-20' },
      },
      {
        id: `${n}-2`,
        category: 'training',
        subject: 'professional',
        startedOn: '2025-05-07',
        completedOn: `2025-05-${day}`,
        days: 3,
        filing: { approvedOn: '2025-05-01' },
      },
      { id: `${n}-3`, category: 'courseware', subject: 'public', completedOn: `2025-08-${day}`, platform: 'ahou', labelledHours: 12 },
      {
        id: `${n}-4`,
        category: 'courseware',
        subject: 'public',
        completedOn: `2025-0${late ? 6 : 4}-${day}`,
        platform: 'zjzx-2024',
        labelledHours: 10.5,
      },
      { id: `${n}-5`, category: 'teaching', subject: 'professional', completedOn: `2025-09-${day}`, times: 2, unitApproved: n % 3 !== 0 },
      {
        id: `${n}-6`,
        category: 'conference',
        option: 'provincial',
        subject: 'professional',
        completedOn: `2025-10-${day}`,
        presented: n % 2 === 0,
      },
      { id: `${n}-7`, category: 'paper', option: n % 2 === 0 ? 'core' : 'other', completedOn: `2025-06-${day}`, author: 'first' },
      { id: `${n}-8`, category: 'elsewhere', subject: 'professional', completedOn: `2025-11-${day}`, hours: 4.5, certificate: 'x' },
    ],
  }
}

/** Parsed years of that many people. */
export function usualYears(people: number): YearCase[] {
  return Array.from({ length: people }, (_, n) => {
    const parsed = parseCase(JSON.parse(JSON.stringify(usualYear(n))))
    if (!parsed.ok || parsed.value.kind !== 'year') throw new Error(`the year ${n} does not fit: ${JSON.stringify(parsed)}`)
    return parsed.value
  })
}
