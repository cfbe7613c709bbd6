import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { act } from '../consequence/act'
import { id, version } from '../input/fields'
import { loadForAct, ruleSetStep } from './load-draft'

export const discardDraftInput = z.strictObject({ id: id(), version: version() })

/** The draft is put away for good; it stays to be looked at. */
export async function discardDraft(
  actor: Actor,
  input: z.infer<typeof discardDraftInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  const draft = await loadForAct(actor, input.id, 'rules_edit')
  await act(actor, { steps: [await ruleSetStep(actor, draft, 'discard', { version: input.version, now })] }, now)
  return { id: draft.id }
}
