import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { optionalText } from '../input/fields'
import { type FilingAct, filingActFields, moveFiling, NO_CHANGE } from './move-filing'

export const cancelFilingInput = z.strictObject({ ...filingActFields, reason: optionalText(500, { lines: true }) })

/** It will not be held, or was not. It stays on the register as cancelled and counts for nothing. */
export async function cancelFiling(actor: Actor, input: FilingAct, { now }: { now: Date }): Promise<{ id: string }> {
  return moveFiling(actor, input, { event: 'cancel', set: { ...NO_CHANGE, change: null, approved_on: null } }, now)
}

export const plainFilingInput = z.strictObject(filingActFields)

/** It was held as filed. */
export async function holdFiling(actor: Actor, input: FilingAct, { now }: { now: Date }): Promise<{ id: string }> {
  return moveFiling(actor, input, { event: 'hold', set: { change: null } }, now)
}

/** Takes back the change that was asked for: the training stands as it is on file. */
export async function withdrawChange(actor: Actor, input: FilingAct, { now }: { now: Date }): Promise<{ id: string }> {
  return moveFiling(actor, input, { event: 'withdraw', set: { ...NO_CHANGE, change: null }, data: ({ change }) => ({ change }) }, now)
}
