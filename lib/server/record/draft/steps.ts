import 'server-only'
import { type Category, OPTIONS } from '@/lib/rules/types'
import { isAchievement } from '../../ledger/rules-input'
import { creditYears, missingOf, type RecordContent, yearIsOpenChoice } from '../content'

/** The pages of the form, in their order: the filing before what it says of the training. Which of them a record has follows from what is said of it. */
export const STEPS = ['kind', 'filing', 'about', 'time', 'platform', 'year', 'evidence', 'check'] as const
export type Step = (typeof STEPS)[number]
/** Those that save fields. */
export const FIELD_STEPS = ['kind', 'filing', 'about', 'time', 'platform', 'year'] as const
export type FieldStep = (typeof FIELD_STEPS)[number]

// biome-ignore format: one line a page
export const FIELDS = [
  'option', 'author', 'subject', 'presented',
  'title', 'organizer', 'place', 'number', 'assessment',
  'startedOn', 'completedOn', 'days', 'times', 'unitApproved', 'labelledHours', 'courses', 'hours', 'certificate', 'decision', 'creditedIn',
  'platform',
  'filingId',
  'year',
] as const
export type Field = (typeof FIELDS)[number]

const TIME: Record<Category, readonly Field[]> = {
  award: ['completedOn', 'creditedIn'],
  patent: ['completedOn', 'creditedIn'],
  paper: ['completedOn', 'creditedIn'],
  book: ['completedOn', 'creditedIn'],
  project: ['completedOn', 'creditedIn'],
  standard: ['completedOn', 'creditedIn'],
  exam: ['completedOn', 'creditedIn'],
  degree: ['completedOn', 'creditedIn'],
  conference: ['startedOn', 'completedOn'],
  training: ['startedOn', 'completedOn', 'days'],
  teaching: ['completedOn', 'times', 'unitApproved'],
  courseware: ['completedOn', 'labelledHours', 'courses'],
  elsewhere: ['certificate', 'completedOn', 'hours'],
  other: ['decision', 'completedOn', 'hours'],
}

const WITH_PLACE: readonly Category[] = ['conference', 'training', 'teaching']

/** The fields of one page for a category. */
export function fieldsOf(step: FieldStep, category: Category): readonly Field[] {
  switch (step) {
    case 'kind':
      return [
        ...(OPTIONS[category].length > 0 ? (['option'] as const) : []),
        ...(category === 'paper' ? (['author'] as const) : []),
        ...(category === 'conference' ? (['presented'] as const) : []),
        ...(isAchievement(category) ? [] : (['subject'] as const)),
      ]
    case 'about':
      return [
        'title',
        ...(isAchievement(category) ? (['number'] as const) : []),
        'organizer',
        ...(WITH_PLACE.includes(category) ? (['place'] as const) : []),
        'assessment',
      ]
    case 'time':
      return TIME[category]
    case 'platform':
      return category === 'courseware' ? ['platform'] : []
    case 'filing':
      return ['filingId']
    case 'year':
      return ['year']
  }
}

/** The pages this record has. */
export function stepsOf(content: Pick<RecordContent, 'category' | 'subject' | 'completedOn'>): Step[] {
  return STEPS.filter((step) => {
    if (step === 'kind') return fieldsOf('kind', content.category).length > 0
    if (step === 'platform') return content.category === 'courseware'
    if (step === 'filing') return content.category === 'training' && content.subject !== 'public'
    if (step === 'year') return creditYears(content).length > 1
    return true
  })
}

/** The page after this one. */
export function stepAfter(content: RecordContent, step: Step): Step {
  const steps = stepsOf(content)
  return steps.find((candidate) => STEPS.indexOf(candidate) > STEPS.indexOf(step)) ?? 'check'
}

/** Where a draft that was left goes on: the first page that still lacks something. */
export function firstOpenStep(content: RecordContent, evidence: number): Step {
  const missing = missingOf(content)
  const steps = stepsOf(content)
  for (const step of steps) {
    if (step === 'evidence') {
      if (evidence === 0) return step
    } else if (step === 'year') {
      if (yearIsOpenChoice(content)) return step
    } else if (step !== 'check' && fieldsOf(step, content.category).some((field) => missing.includes(field))) return step
  }
  return 'check'
}

/** The page on which something missing is said. */
export function stepOf(name: string, category: Category): Step {
  if (name === 'evidence') return 'evidence'
  return FIELD_STEPS.find((step) => (fieldsOf(step, category) as readonly string[]).includes(name)) ?? 'about'
}
