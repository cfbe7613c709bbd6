import 'server-only'
import type { Actor } from '@/lib/access/types'
import type { Sources } from '@/lib/rules/setting-basis'
import type { RuleSet } from '@/lib/rules/types'
import { act } from '../consequence/act'
import type { RuleSetRow } from '../rule-set/rule-set-row'
import { loadForAct, ruleSetStep } from './load-draft'

export interface DraftChange {
  content?: RuleSet
  sources?: Sources
  title?: string
  effectiveYear?: number
  /** Where, as the draft's history tells it. */
  at: string
}

/** One change of a draft, with its place and document in the history; whoever makes it has worked on the draft from then on. */
export async function changeDraft(
  actor: Actor,
  { id, version }: { id: string; version: number },
  now: Date,
  change: (draft: RuleSetRow) => DraftChange,
): Promise<{ id: string }> {
  const draft = await loadForAct(actor, id, 'rules_edit')
  const { content, sources, title, effectiveYear, at } = change(draft)
  const step = await ruleSetStep(actor, draft, 'edit', {
    version,
    now,
    data: { at, ...(sources?.[at] ? { document: sources[at].document } : {}) },
    set: {
      ...(content ? { content } : {}),
      ...(sources ? { sources } : {}),
      ...(title === undefined ? {} : { title }),
      ...(effectiveYear === undefined ? {} : { effective_year: effectiveYear }),
      editors: [...new Set([...draft.editors, ...(actor.accountId ? [actor.accountId] : [])])],
    },
  })
  await act(actor, { steps: [step] }, now)
  return { id }
}
