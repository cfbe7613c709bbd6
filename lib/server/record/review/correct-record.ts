import 'server-only'
import type { Actor } from '@/lib/access/types'
import { act } from '../../consequence/act'
import { type CorrectRecord, planCorrection } from './plan-correction'

/** A registered record put right, without fault: its next version counts from now, and the certificate of a certified year follows. */
export async function correctRecord(actor: Actor, input: CorrectRecord, { now }: { now: Date }): Promise<{ record: string }> {
  const correction = await planCorrection(actor, input, now)
  await act(actor, correction.act, now)
  return { record: input.record }
}
