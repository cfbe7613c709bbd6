import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { decide } from '@/lib/workflow/decide'
import { isInGroup } from '@/lib/workflow/state-groups'
import { newId } from '../database/ids'
import { forbidden, notFound, refused } from '../input/errors'
import { id, number, text } from '../input/fields'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { commitTransitions } from '../transition/commit-transitions'
import { findRuleSetRow } from './rule-set-row'

/** Years in which a version may take effect. */
export const EFFECTIVE_YEARS = { least: 2020, most: 2099, step: 1 } as const

export const startDraftInput = z.strictObject({ base: id(), title: text(80), effectiveYear: number(EFFECTIVE_YEARS) })

/** A draft that says what a published version says, to be changed. */
export async function startDraft(actor: Actor, input: z.infer<typeof startDraftInput>, { now }: { now: Date }): Promise<{ id: string }> {
  if (!can(actor, 'rules_edit', {})) throw forbidden()
  const base = await findRuleSetRow(input.base)
  if (!base || !isInGroup('rule_set', base.state, 'in_force')) throw notFound()
  const today = dateInShanghai(now)
  const facts = { by: actor.role, today, calendar: await readWorkCalendar(), isSelf: false, enteredByActor: false }
  const decision = decide('rule_set', null, 'create', facts)
  if (!decision.ok) throw refused(decision.refusals)
  const draftId = newId()
  const { untilYear: _, ...content } = base.content
  await commitTransitions(
    actor,
    {
      transitions: [
        {
          machine: 'rule_set',
          id: draftId,
          from: null,
          event: 'create',
          to: decision.to,
          data: { base: base.code, effectiveYear: input.effectiveYear },
          row: {
            // Its name is given when it is published.
            code: `draft-${draftId}`,
            title: input.title,
            effective_year: input.effectiveYear,
            content: { ...content, id: `draft-${draftId}`, fromYear: input.effectiveYear, platforms: [] },
            sources: base.sources,
            base_id: base.id,
            editors: [actor.accountId],
          },
        },
      ],
    },
    now,
  )
  return { id: draftId }
}
