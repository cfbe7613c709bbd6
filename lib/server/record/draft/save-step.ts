import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { db } from '../../database/db'
import { type FieldProblem, invalid, notFound } from '../../input/errors'
import { choice, id } from '../../input/fields'
import { recordScope } from '../scope'
import { fromFiling } from './from-filing'
import { saveDraft } from './save-draft'
import { changeOf, NO_FILING, stepSchema } from './step-fields'
import { FIELD_STEPS, FIELDS, type FieldStep, fieldsOf, type Step, stepAfter } from './steps'

const typed = z.string().max(4000).optional()

/** One page of the form as it was sent; which of its fields belong there is known once the category is. */
export const stepInput = z.strictObject({
  id: id(),
  step: choice(FIELD_STEPS),
  /** Came from the answers to check, and goes back there. */
  from: choice(['form', 'check']),
  ...(Object.fromEntries(FIELDS.map((field) => [field, typed])) as Record<(typeof FIELDS)[number], typeof typed>),
})
export type StepInput = z.infer<typeof stepInput>

/** Saves one page of the form into the draft and answers which page comes next. Every problem of the page at once. */
export async function saveStep(actor: Actor, input: StepInput, context: { now: Date }): Promise<{ id: string; next: Step }> {
  const row = await db.hourRecord.findFirst({
    where: { AND: [{ id: input.id }, recordScope(actor, 'record_edit')] },
    select: { category: true },
  })
  if (!row) throw notFound()
  const { id: recordId, step, from, ...values } = input
  const fields = fieldsOf(step as FieldStep, row.category)
  const given = Object.fromEntries(fields.map((field) => [field, values[field]]))
  const parsed = stepSchema(fields, row.category).safeParse(given)
  const problems: Record<string, FieldProblem> = {}
  for (const issue of parsed.error?.issues ?? []) {
    problems[issue.path.join('.')] ??= issue.code === 'custom' ? (issue.params as { problem: FieldProblem }).problem : { key: 'unexpected' }
  }
  const said = parsed.data as Record<string, unknown> | undefined
  if (said && step === 'time' && row.category === 'courseware' && said.labelledHours === null && said.courses === null) {
    problems.labelledHours = { key: 'hours_or_courses' }
  }
  if (said && step === 'filing' && said.filingId !== NO_FILING && !id().safeParse(said.filingId).success)
    problems.filingId = { key: 'choose' }
  if (Object.keys(problems).length > 0 || !said) throw invalid(problems)

  const change = changeOf(said)
  const filled = change.filingId ? await fromFiling(recordId, change.filingId, context.now) : {}
  const { content } = await saveDraft(actor, { id: recordId, content: { ...change, ...filled } }, context)
  const next = stepAfter(content, step)
  return { id: recordId, next: from === 'check' && !['platform', 'filing', 'year'].includes(next) ? 'check' : next }
}
