import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { planTermIssue } from '../consequence/term-certificate'
import { forbidden, notFound } from '../input/errors'
import { id, optionalIds, optionalText } from '../input/fields'
import { commitTransitions } from '../transition/commit-transitions'
import { yearScope } from '../year/scope'
import { guardOf, loadTerms } from './load-terms'
import { planTermMove } from './plan-term-move'

export const certifyTermInput = z.strictObject({
  term: id(),
  /** The records of uncertified years whose figure is provisional, each confirmed by name. */
  confirmed: optionalIds(10_000),
  reason: optionalText(300, { lines: true }),
})

/**
 * A term certified over its years (N8.1), as they stand at this moment: whoever changes one of them meanwhile makes it start again. The
 * certificate exists from then on.
 */
export async function certifyTerm(
  actor: Actor,
  input: z.infer<typeof certifyTermInput>,
  { now }: { now: Date },
): Promise<{ term: string }> {
  if (actor.accountId === null || actor.organizationId === null) throw forbidden()
  const [term] = await loadTerms([input.term], yearScope(actor, 'year_certify'))
  if (!term) throw notFound()
  const { provisional, standing, personId } = term
  const named = new Set(input.confirmed)
  const reason = input.reason || null
  const moved = await planTermMove(
    actor,
    [term],
    {
      event: 'certify',
      reason,
      facts: () => ({ provisionalLines: provisional.length, provisionalConfirmed: provisional.every((line) => named.has(line.id)) }),
      set: () => ({ certified_at: now, result: standing, met: standing.met }),
      data: () => ({ confirmed: provisional.map((line) => line.id) }),
    },
    now,
  )
  const confirmed = provisional.length > 0 && reason ? { years: provisional.map(({ year }) => year), reason } : null
  const issued = await planTermIssue(actor, actor.role, { termId: term.id, personId, standing, confirmed }, now)
  await commitTransitions(
    actor,
    {
      transitions: [...moved.transitions, ...issued.transitions],
      people: [guardOf(term)],
      inserts: { notification: [...(moved.inserts.notification ?? []), ...(issued.inserts.notification ?? [])] },
    },
    now,
  )
  return { term: term.id }
}
