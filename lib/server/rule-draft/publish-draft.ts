import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { act } from '../consequence/act'
import { newId } from '../database/ids'
import { statement } from '../database/statement'
import { forbidden, invalid } from '../input/errors'
import { id, number, optionalChoice, version } from '../input/fields'
import type { JobKind } from '../job/kinds'
import type { PlainRow } from '../transition/tables'
import { draftStanding } from './draft-problems'
import { loadForAct, ruleSetStep } from './load-draft'
import { EFFECTIVE_YEARS } from './start-draft'

export const publishDraftInput = z.strictObject({
  id: id(),
  version: version(),
  effectiveYear: number(EFFECTIVE_YEARS),
  /** Where some are certified in a year that it will rule: that they stay as they are is said, and confirmed. */
  certifiedStay: optionalChoice(['yes']),
})

/**
 * The draft becomes the rules from its effective year on, by somebody who did not work on it; in the same statement the recount of the
 * ledgers that it rules and that are not certified is queued.
 */
export async function publishDraft(
  actor: Actor,
  input: z.infer<typeof publishDraftInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  const { accountId } = actor
  if (accountId === null || !can(actor, 'rules_publish', {})) throw forbidden()
  const stored = await loadForAct(actor, input.id, 'rules_publish')
  const { effectiveYear } = input
  const draft = { ...stored, effectiveYear, content: { ...stored.content, fromYear: effectiveYear } }
  const { problems, partly } = await draftStanding(draft)
  const asked = { version: input.version, now, problems: problems.length }
  await ruleSetStep(actor, draft, 'publish', asked)
  const [first] = partly
  if (first && !input.certifiedStay)
    throw invalid({ certifiedStay: { key: 'certified_stay', values: { year: String(first.year), people: first.people } } })
  const code = await newCode(effectiveYear)
  const step = await ruleSetStep(actor, draft, 'publish', {
    ...asked,
    data: { code, effectiveYear, documents: Object.fromEntries(Object.entries(draft.sources).map(([at, { document }]) => [at, document])) },
    set: {
      code,
      effective_year: effectiveYear,
      content: { ...draft.content, id: code },
      published_at: now,
      published_by: accountId,
    },
    job: newJob('recompute', draft.id, accountId, {}, now),
  })
  await act(actor, { steps: [step] }, now)
  return { id: draft.id }
}

/** A row of the queue: the statement that inserts it knows no defaults. */
function newJob(kind: JobKind, ruleSetId: string, createdBy: string, payload: object, now: Date): PlainRow<'job'> {
  return { id: newId(), kind, payload, rule_set_id: ruleSetId, created_by: createdBy, created_at: now, done: 0, counts: {}, attempts: 0 }
}

const codesLike = statement('rule-set-codes', (db, given: { pattern: string }) =>
  db.selectFrom('rule_set_version').select('code').where('code', 'like', given.pattern),
)

/** `anhui-2026`, and from the second version of a year on `anhui-2026-2`. */
async function newCode(year: number): Promise<string> {
  const taken = new Set((await codesLike({ pattern: `anhui-${year}%` })).map(({ code }) => code))
  let code = `anhui-${year}`
  for (let number = 2; taken.has(code); number += 1) code = `anhui-${year}-${number}`
  return code
}
