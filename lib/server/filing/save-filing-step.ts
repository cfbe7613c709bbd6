import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { db } from '../database/db'
import { dateColumn } from '../database/plain-dates'
import { conflict, type FieldProblem, invalid } from '../input/errors'
import { choice, date, id, optionalText, text } from '../input/fields'
import { changeOf, type FilingContent, problemsOf } from './content'
import { whatFields } from './draft-filing'
import { loadEditable } from './editable'
import { readFilingAuthorities } from './read-authorities'
import { FILING_FIELD_STEPS, type FilingField, type FilingStep, filingFieldsOf, filingStepAfter } from './steps'

const SCHEMAS: Record<FilingField, z.ZodType> = {
  ...whatFields,
  content: text(2000, { least: 2, lines: true }),
  teachers: text(300, { lines: true }),
  targetGroup: text(200),
  place: text(120),
  authorityId: id(),
  outsideNumber: text(60),
  outsideBody: text(80),
  outsideFiledOn: date(),
  organizer: text(80),
}
/** Where a training from outside was held need not be known to whoever enters it. */
const OPTIONAL_OUTSIDE: Partial<Record<FilingField, z.ZodType>> = { place: optionalText(120) }

const typed = z.string().max(4000).optional()

/** One page of the form as it was sent; which fields belong there is known once the filing is. */
export const filingStepInput = z.strictObject({
  filing: id(),
  step: choice(FILING_FIELD_STEPS),
  /** Came from the answers to check, and goes back there. */
  from: choice(['form', 'check']),
  ...(Object.fromEntries(Object.keys(SCHEMAS).map((field) => [field, typed])) as Record<FilingField, typeof typed>),
})
type Input = z.infer<typeof filingStepInput>

/**
 * Saves one page into the draft, or, where the training is on file, into the change that is being prepared, and answers which page comes next.
 * Every problem of the page at once.
 */
export async function saveFilingStep(actor: Actor, input: Input, { now }: { now: Date }): Promise<{ id: string; next: FilingStep }> {
  const filing = await loadEditable(actor, input.filing, now)
  const { outside, changing } = filing
  const { step, from } = input
  const fields = filingFieldsOf(step, { outside, changing })
  const shape = Object.fromEntries(fields.map((field) => [field, (outside && OPTIONAL_OUTSIDE[field]) || SCHEMAS[field]]))
  const parsed = z.strictObject(shape).safeParse(Object.fromEntries(fields.map((field) => [field, input[field]])))
  if (!parsed.success) throw invalid(problemsIn(parsed.error))
  const after = { ...filing.changed, ...parsed.data } as FilingContent
  const problems = problemsOf(after, { outside, changing, today: dateInShanghai(now) })
  if ('authorityId' in parsed.data && !(await isAuthority(after.authorityId, filing.regionCode))) problems.authorityId = { key: 'choose' }
  const asked = Object.entries(problems).filter(([name]) => (fields as readonly string[]).includes(name))
  if (asked.length > 0) throw invalid(Object.fromEntries(asked))
  const saved = await db.filing.updateMany({
    where: { id: filing.id, version: filing.version, state: filing.state },
    data: { ...(changing ? { change: changeOf(after) } : columns(after)), version: { increment: 1 }, changedAt: now },
  })
  if (saved.count !== 1) throw conflict()
  return { id: filing.id, next: from === 'check' ? 'check' : filingStepAfter(step, outside) }
}

function problemsIn(error: z.ZodError): Record<string, FieldProblem> {
  const problems: Record<string, FieldProblem> = {}
  for (const issue of error.issues)
    problems[issue.path.join('.')] ??= issue.code === 'custom' ? (issue.params as { problem: FieldProblem }).problem : { key: 'unexpected' }
  return problems
}

async function isAuthority(authorityId: string | null, regionCode: string): Promise<boolean> {
  return (await readFilingAuthorities(regionCode)).some((authority) => authority.id === authorityId)
}

function columns({ fileIds: _files, startsOn, endsOn, outsideFiledOn, ...rest }: FilingContent) {
  return {
    ...rest,
    startsOn: dateColumn(startsOn),
    endsOn: dateColumn(endsOn),
    outsideFiledOn: outsideFiledOn && dateColumn(outsideFiledOn),
  }
}
