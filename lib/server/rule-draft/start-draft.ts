import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { isInGroup } from '@/lib/workflow/state-groups'
import { act } from '../consequence/act'
import { newId } from '../database/ids'
import { forbidden, notFound } from '../input/errors'
import { id, number, text } from '../input/fields'
import { findRuleSetRow } from '../rule-set/rule-set-row'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { actorContext } from '../transition/context'
import type { Step } from '../transition/step'

/** Years in which a version may take effect. */
export const EFFECTIVE_YEARS = { least: 2020, most: 2099, step: 1 } as const

export const startDraftInput = z.strictObject({ base: id(), title: text(80), effectiveYear: number(EFFECTIVE_YEARS) })

/** A draft that says what a published version says, to be changed. */
export async function startDraft(actor: Actor, input: z.infer<typeof startDraftInput>, { now }: { now: Date }): Promise<{ id: string }> {
  if (!can(actor, 'rules_edit', {})) throw forbidden()
  const base = await findRuleSetRow(input.base)
  if (!base || !isInGroup('rule_set', base.state, 'in_force')) throw notFound()
  const { accountId } = actor
  if (accountId === null) throw forbidden()
  const draftId = newId()
  const { untilYear: _, ...content } = base.content
  const step: Step<'rule_set'> = {
    machine: 'rule_set',
    id: draftId,
    from: null,
    event: 'create',
    context: actorContext(actor, now, await readWorkCalendar()),
    data: { base: base.code, effectiveYear: input.effectiveYear },
    row: {
      // Its name is given when it is published.
      code: `draft-${draftId}`,
      title: input.title,
      effective_year: input.effectiveYear,
      content: { ...content, id: `draft-${draftId}`, fromYear: input.effectiveYear, platforms: [] },
      sources: base.sources,
      base_id: base.id,
      editors: [accountId],
    },
  }
  await act(actor, { steps: [step] }, now)
  return { id: draftId }
}
