import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { decide } from '@/lib/workflow/decide'
import { refused } from '../input/errors'
import { id, version } from '../input/fields'
import { commitTransitions } from '../transition/commit-transitions'
import { caseFacts, loadCase } from './load-case'

export const closeCaseInput = z.strictObject({ case: id(), version: version() })

/** The person is content with the answer, or no longer asks. */
export async function closeCase(actor: Actor, input: z.infer<typeof closeCaseInput>, { now }: { now: Date }): Promise<{ id: string }> {
  const found = await loadCase(actor, input.case, 'case_close')
  const decision = decide('case', found.state, 'close', await caseFacts(actor, found, now))
  if (!decision.ok) throw refused(decision.refusals, found.id)
  await commitTransitions(
    actor,
    {
      transitions: [
        {
          machine: 'case',
          id: found.id,
          from: found.state,
          version: input.version,
          event: 'close',
          to: decision.to,
          set: { due_on: null, due_provisional: false },
        },
      ],
    },
    now,
  )
  return { id: found.id }
}
