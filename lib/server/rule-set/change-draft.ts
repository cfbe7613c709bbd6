import 'server-only'
import type { Actor } from '@/lib/access/types'
import type { Sources } from '@/lib/rules/setting-basis'
import type { RuleSet } from '@/lib/rules/types'
import { commitTransitions } from '../transition/commit-transitions'
import { decideRuleSet, loadForAct } from './load-draft'
import type { RuleSetRow } from './rule-set-row'

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
  const decision = await decideRuleSet(actor, draft, 'edit', { version, now })
  const { content, sources, title, effectiveYear, at } = change(draft)
  await commitTransitions(
    actor,
    {
      transitions: [
        {
          machine: 'rule_set',
          id,
          from: draft.state,
          version: draft.version,
          event: 'edit',
          to: decision.to,
          data: { at, ...(sources?.[at] ? { document: sources[at].document } : {}) },
          set: {
            ...(content ? { content } : {}),
            ...(sources ? { sources } : {}),
            ...(title === undefined ? {} : { title }),
            ...(effectiveYear === undefined ? {} : { effective_year: effectiveYear }),
            editors: [...new Set([...draft.editors, ...(actor.accountId ? [actor.accountId] : [])])],
          },
        },
      ],
    },
    now,
  )
  return { id }
}
