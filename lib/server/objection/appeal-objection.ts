import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { isInGroup } from '@/lib/workflow/state-groups'
import { act } from '../consequence/act'
import { secret, text } from '../input/fields'
import { recordSteps } from '../record/move-records'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { OBJECTOR } from './code'
import { loadByCode } from './load-objection'
import { objectionContext } from './objection-context'
import { objectionStep } from './objection-step'

export const appealByCodeInput = z.strictObject({ code: secret(60), reason: text(1000, { lines: true }) })

/** The objector's one appeal against a dismissal, to the level above; the record stops once more, unless it is registered by now. */
export async function appealObjection(
  _actor: Actor,
  input: z.infer<typeof appealByCodeInput>,
  { now }: { now: Date },
): Promise<{ code: string }> {
  const objection = await loadByCode(input.code)
  const { reason } = input
  const context = { ...objectionContext(OBJECTOR, objection, now, await readWorkCalendar(), true), reason }
  const appealed = objectionStep(objection, { event: 'appeal', context, set: { appealed_by: 'objector' } })
  const records = isInGroup('record', objection.record.state, 'publicity_board')
    ? await recordSteps(
        OBJECTOR,
        [objection.record],
        {
          event: 'object',
          reason,
          context: () => ({ objectionAppeal: true, contactConfirmed: true }),
          data: () => ({ objectionId: objection.id, appeal: true }),
        },
        now,
      )
    : []
  await act(OBJECTOR, { steps: [appealed, ...records] }, now)
  return { code: input.code }
}
