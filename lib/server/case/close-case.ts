import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { act } from '../consequence/act'
import { id, version } from '../input/fields'
import { caseContext, caseStep, loadCase } from './load-case'

export const closeCaseInput = z.strictObject({ case: id(), version: version() })

/** The person is content with the answer, or no longer asks. */
export async function closeCase(actor: Actor, input: z.infer<typeof closeCaseInput>, { now }: { now: Date }): Promise<{ id: string }> {
  const found = await loadCase(actor, input.case, 'case_close')
  await act(
    actor,
    { steps: [caseStep(found, { event: 'close', version: input.version, context: await caseContext(actor, found, now) })] },
    now,
  )
  return { id: found.id }
}
