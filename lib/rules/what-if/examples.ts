import { addDays, type PlainDate, plainDate } from '@/lib/calendar/plain-date'
import { evaluateYear } from '@/lib/rules/evaluate-year'
import { explainLine } from '@/lib/rules/explain'
import { type Category, type Explanation, OPTIONS, type RecordInput, type ResultLine, type RuleSet, type Subject } from '@/lib/rules/types'
import type { Entry } from '@/lib/rules/what-if/entry'

export interface Example {
  entry: Entry
  line: ResultLine
  explanation: Explanation
}

const ID = 'example'

/** Typical entries of a category, evaluated by the rule set for a year, so that the examples on a page always agree with the rules. */
export function examplesOf(category: Category, ruleSet: RuleSet, year: number): Example[] {
  return entriesOf(category, ruleSet, year).flatMap((entry) => {
    const record = { ...entry, id: ID } as RecordInput
    const [line] = evaluateYear({ kind: 'year', year, records: [record] }, { ruleSet }).lines
    return line ? [{ entry, line, explanation: explainLine(line, record, ruleSet, year) }] : []
  })
}

/** Entries that count first, then those with the usual mistakes. */
function entriesOf(category: Category, ruleSet: RuleSet, year: number): Entry[] {
  const day = plainDate(`${year}-06-20`)
  const creditedIn = year - 1
  const first: string | undefined = OPTIONS[category][0]
  const last: string | undefined = OPTIONS[category].at(-1)
  const entry = (fields: object) => ({ category, completedOn: day, ...fields }) as Entry
  switch (category) {
    case 'training':
      return trainings(day)
    case 'teaching':
      return [
        entry({ subject: 'professional', times: 2, unitApproved: true }),
        entry({ subject: 'professional', times: 2, unitApproved: false }),
      ]
    case 'courseware':
      return courseware(ruleSet, year, day)
    case 'conference':
      return [entry({ subject: 'professional', option: last }), entry({ subject: 'professional', option: first, presented: true })]
    case 'elsewhere':
      return [
        entry({ subject: 'professional', hours: 24, certificate: '-' }),
        entry({ subject: 'professional', hours: 24, certificate: '-', creditedIn }),
      ]
    case 'other':
      return [entry({ subject: 'professional', hours: 8, decision: '-' })]
    case 'degree':
      return [entry({ option: 'master' }), entry({ option: 'below-bachelor' })]
    case 'paper':
      return [
        entry({ option: 'core', author: 'first' }),
        entry({ option: 'core', author: 'other' }),
        entry({ option: 'core', author: 'first', creditedIn }),
      ]
    case 'exam':
      return [entry({}), entry({ completedOn: plainDate(`${year - 1}-12-20`) })]
    default:
      return [entry({ option: first }), entry({ option: last }), entry({ option: last, creditedIn })]
  }
}

function trainings(startedOn: PlainDate): Entry[] {
  const days = 5
  const week = { category: 'training' as const, startedOn, completedOn: addDays(startedOn, days - 1), days }
  return [
    { ...week, subject: 'professional', filing: { approvedOn: addDays(startedOn, -10) } },
    { ...week, subject: 'professional' },
    { ...week, subject: 'professional', filing: { approvedOn: addDays(startedOn, 1) } },
    { ...week, subject: 'public', days: days + 2 },
  ]
}

function courseware(ruleSet: RuleSet, year: number, day: PlainDate): Entry[] {
  const study = (subject: Subject, platform: string, more: object) =>
    ({ category: 'courseware', subject, completedOn: day, platform, ...more }) as Entry
  const known = ruleSet.platforms.find(
    ({ subjects, from, until }) => subjects.includes('public') && from <= day && (until === undefined || until >= day),
  )
  const expired = ruleSet.platforms.find(({ until }) => until !== undefined && until < day && until >= `${year - 1}-01-01`)
  return [
    ...(known
      ? [
          study('public', known.code, { labelledHours: 12 }),
          study('public', known.code, { courses: 6 }),
          study('public', known.code, { labelledHours: 36 }),
        ]
      : []),
    ...(expired ? [study(expired.subjects[0] ?? 'public', expired.code, { labelledHours: 12 })] : []),
    study('public', '-', { labelledHours: 12 }),
  ]
}
