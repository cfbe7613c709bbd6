import 'server-only'
import { z } from 'zod'
import { AUTHORS, type Category, OPTIONS, SUBJECTS } from '@/lib/rules/types'
import { choice, date, number, optionalDate, optionalNumber, optionalText, text } from '../../input/fields'
import type { ContentChange } from '../content'
import type { Field } from './steps'

const NUMBER_NEEDED: readonly Category[] = ['patent', 'exam', 'degree', 'standard']
const ORGANIZER_NEEDED: readonly Category[] = ['award', 'paper', 'conference', 'training', 'teaching', 'elsewhere']

/** A title says something: one character alone does not. */
function title() {
  return text(120).superRefine((value, context) => {
    if ([...value].length >= 2) return
    context.addIssue({ code: 'custom', params: { problem: { key: 'too_short', values: { least: 2 } } } })
  })
}

function fieldOf(field: Field, category: Category): z.ZodType {
  switch (field) {
    case 'option':
      return choice(OPTIONS[category])
    case 'author':
      return choice(AUTHORS)
    case 'subject':
      return choice(SUBJECTS)
    case 'presented':
    case 'unitApproved':
      return choice(['yes', 'no'])
    case 'title':
      return title()
    case 'organizer':
      return ORGANIZER_NEEDED.includes(category) ? text(100) : optionalText(100)
    case 'place':
      return optionalText(100)
    case 'number':
      return NUMBER_NEEDED.includes(category) ? text(60) : optionalText(60)
    case 'assessment':
      return text(100)
    case 'startedOn':
      return category === 'training' ? date() : optionalDate()
    case 'completedOn':
      return date()
    case 'days':
      return number({ least: 0.5, most: 366, step: 0.5 })
    case 'times':
      return number({ least: 1, most: 200, step: 1 })
    case 'courses':
      return optionalNumber({ least: 1, most: 200, step: 1 })
    case 'labelledHours':
      return optionalNumber({ least: 0.1, most: 999.9, step: 0.1 })
    case 'hours':
      return number({ least: 0.1, most: 999.9, step: 0.1 })
    case 'platform':
    case 'certificate':
    case 'decision':
      return text(60)
    case 'creditedIn':
      return optionalNumber({ least: 1990, most: 2999, step: 1 })
    case 'filingId':
    case 'year':
      return text(40)
  }
}

/** The schema of one page for a category; what another page or category has is refused. */
export function stepSchema(fields: readonly Field[], category: Category) {
  return z.strictObject(Object.fromEntries(fields.map((field) => [field, fieldOf(field, category)])))
}

/** No filing was found: kept as such, and worth what the rules say. */
export const NO_FILING = 'none'
/** A platform that the register does not hold. */
export const OTHER_PLATFORM = 'unlisted'

const COLUMNS: readonly Field[] = [
  'option',
  'subject',
  'title',
  'organizer',
  'place',
  'assessment',
  'startedOn',
  'completedOn',
  'creditedIn',
]

/** What a page said, as a change of the content: columns, and the details that a category alone has. An empty field takes its detail away. */
export function changeOf(values: Record<string, unknown>): ContentChange {
  const change: Record<string, unknown> = {}
  const details: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    if (COLUMNS.includes(name as Field)) change[name] = value
    else if (name === 'filingId') change.filingId = value === NO_FILING ? null : value
    else if (name === 'year') change.year = Number(value)
    else if (name === 'presented' || name === 'unitApproved') details[name] = value === 'yes'
    else details[name] = value === null || value === '' ? undefined : value
  }
  return { ...change, details } as ContentChange
}
