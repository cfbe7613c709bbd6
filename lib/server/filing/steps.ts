import 'server-only'
import type { FilingContent } from './content'

/** The pages of the form, in their order. */
export const FILING_STEPS = ['what', 'content', 'where', 'number', 'file', 'check'] as const
export type FilingStep = (typeof FILING_STEPS)[number]
/** Those that save fields. */
export const FILING_FIELD_STEPS = ['what', 'content', 'where', 'number'] as const
export type FilingFieldStep = (typeof FILING_FIELD_STEPS)[number]

export type FilingField = Exclude<keyof FilingContent, 'fileIds'>

const HERE: Record<FilingFieldStep, readonly FilingField[]> = {
  what: ['title', 'startsOn', 'endsOn', 'days', 'hours'],
  content: ['content', 'teachers', 'targetGroup'],
  where: ['place', 'authorityId'],
  number: [],
}
const OUTSIDE: Record<FilingFieldStep, readonly FilingField[]> = {
  what: HERE.what,
  content: ['content', 'place'],
  where: [],
  number: ['outsideNumber', 'outsideBody', 'outsideFiledOn', 'organizer'],
}

/** The fields of one page. The authority that agreed to a training stays the same when it is changed. */
export function filingFieldsOf(
  step: FilingFieldStep,
  { outside, changing }: { outside: boolean; changing: boolean },
): readonly FilingField[] {
  const fields = (outside ? OUTSIDE : HERE)[step]
  return changing ? fields.filter((field) => field !== 'authorityId') : fields
}

/** The pages this filing has. */
export function filingStepsOf(outside: boolean): FilingStep[] {
  const without = outside ? 'where' : 'number'
  return FILING_STEPS.filter((step) => step !== without)
}

/** The page after this one. */
export function filingStepAfter(step: FilingStep, outside: boolean): FilingStep {
  const steps = filingStepsOf(outside)
  return steps[steps.indexOf(step) + 1] ?? 'check'
}

/** The page on which a field is asked for. */
export function filingStepOf(field: string, outside: boolean): FilingStep {
  if (field === 'file') return 'file'
  const steps = outside ? OUTSIDE : HERE
  return FILING_FIELD_STEPS.find((step) => (steps[step] as readonly string[]).includes(field)) ?? 'what'
}

/** Where a draft that was left goes on: the first page that still lacks something. */
export function firstOpenFilingStep(missing: readonly string[], files: number, outside: boolean): FilingStep {
  const open = filingStepsOf(outside).find((step) =>
    step === 'file' ? files === 0 : missing.some((name) => filingStepOf(name, outside) === step),
  )
  return open ?? 'check'
}
