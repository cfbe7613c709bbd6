import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import type { ActionResult } from '@/lib/i18n/action-result'
import { currentActor } from '../account/read-session'
import { isUuid, newId } from '../database/ids'
import { ExpectedError, type FieldProblem, invalid } from '../input/errors'
import { formValues } from '../input/form-data'
import { now } from '../runtime/clock'
import { log } from '../runtime/log'
import { decryptPersonal, encryptPersonal } from '../security/personal-number'
import { withFreshLedgers } from '../transition/fresh-ledgers'
import { formatError } from './error-wording'
import { claimKey, keepAnswer, releaseKey } from './idempotency'

export interface Context {
  now: Date
}
export type UseCase<Input, Output> = (actor: Actor, input: Input, context: Context) => Promise<Output>

/** Fields that an answer never carries back into the form: passwords. */
const SECRET_FIELDS = ['password', 'present', 'next', 'again']

/**
 * A server action: origin, strict input, actor, idempotency, use case, then where to go. Everything that can be expected comes back to the
 * form in the user's language with what was typed; everything else is logged under a reference.
 */
export function action<Schema extends z.ZodType, Output>(
  schema: Schema,
  useCase: UseCase<z.infer<Schema>, Output>,
  then: (output: Output, input: z.infer<Schema>) => Answer | Promise<Answer>,
): (previous: ActionResult, data: FormData) => Promise<ActionResult> {
  return async function perform(_previous, data) {
    const values = formValues(data)
    const given = data.get('_key')
    const key = typeof given === 'string' && isUuid(given) ? given : newId()
    let answer: Answer
    let signedOut = false
    try {
      await requireOwnOrigin()
      const input = parseInput(schema, values)
      const actor = await currentActor()
      signedOut = actor.accountId === null
      const claim = await claimKey<KeptAnswer>(key, actor.accountId, useCase.name, values)
      answer = claim.first
        ? await once(key, async () => then(await withFreshLedgers(async () => useCase(actor, input, { now: await now() })), input))
        : unseal(claim.answer)
    } catch (error) {
      return failure(signedOut ? asUnauthenticated(error) : error, values, useCase.name)
    }
    if (typeof answer !== 'string') return { status: 'done', message: answer.say, key: newId() }
    redirect(answer)
  }
}

/** Where to go on to, or what to say on the page itself: a first password is said once and stands in no address. */
export type Answer = string | { say: string }
type KeptAnswer = { to: string } | { sealed: string }

function seal(answer: Answer): KeptAnswer {
  return typeof answer === 'string' ? { to: answer } : { sealed: encryptPersonal(answer.say).toString('base64') }
}

function unseal(kept: KeptAnswer): Answer {
  return 'to' in kept ? kept.to : { say: decryptPersonal(Buffer.from(kept.sealed, 'base64')) }
}

async function once(key: string, work: () => Promise<Answer>): Promise<Answer> {
  try {
    const answer = await work()
    await keepAnswer(key, seal(answer))
    return answer
  } catch (error) {
    await releaseKey(key)
    throw error
  }
}

/** To whoever is not signed in (any more) what they may not see is a matter of signing in: the session may have ended while they typed. */
function asUnauthenticated(error: unknown): unknown {
  const hidden = error instanceof ExpectedError && (error.expected.code === 'not_found' || error.expected.code === 'forbidden')
  return hidden ? new ExpectedError({ code: 'unauthenticated' }) : error
}

async function failure(error: unknown, values: Record<string, string | string[]>, useCase: string): Promise<ActionResult> {
  const kept = { ...values }
  for (const name of SECRET_FIELDS) delete kept[name]
  const worded = await formatError(error)
  if (worded.reference) log.error({ reference: worded.reference, useCase, err: error }, 'action failed')
  return { status: 'error', key: newId(), values: kept, ...worded }
}

/** Next lets a request without Origin through; we do not. */
export async function requireOwnOrigin(): Promise<void> {
  const list = await headers()
  const origin = list.get('origin')
  const host = list.get('x-forwarded-host') ?? list.get('host')
  if (!origin || !host || !URL.canParse(origin) || new URL(origin).host !== host) throw new ExpectedError({ code: 'foreign_origin' })
}

function parseInput<Schema extends z.ZodType>(schema: Schema, values: unknown): z.infer<Schema> {
  const result = schema.safeParse(values)
  if (result.success) return result.data
  const fields: Record<string, FieldProblem> = {}
  for (const issue of result.error.issues) {
    const name = issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : issue.path.join('.')
    fields[name] ??= issue.code === 'custom' ? (issue.params as { problem: FieldProblem }).problem : { key: 'unexpected' }
  }
  throw invalid(fields)
}
