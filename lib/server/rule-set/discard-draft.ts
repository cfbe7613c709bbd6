import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { id, version } from '../input/fields'
import { commitTransitions } from '../transition/commit-transitions'
import { decideRuleSet, loadForAct } from './load-draft'

export const discardDraftInput = z.strictObject({ id: id(), version: version() })

/** The draft is put away for good; it stays to be looked at. */
export async function discardDraft(
  actor: Actor,
  input: z.infer<typeof discardDraftInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  const draft = await loadForAct(actor, input.id, 'rules_edit')
  const { to } = await decideRuleSet(actor, draft, 'discard', { version: input.version, now })
  const { id: draftId, state: from, version: read } = draft
  await commitTransitions(
    actor,
    { transitions: [{ machine: 'rule_set', id: draftId, from, version: read, event: 'discard', to, set: {} }] },
    now,
  )
  return { id: draftId }
}
