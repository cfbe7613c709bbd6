import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { text } from '../input/fields'
import type { ColumnsOf } from '../transition/tables'
import { type FilingAct, filingActFields, moveFiling, NO_APPROVALS, NO_CHANGE } from './move-filing'

export const decideFilingInput = z.strictObject({ ...filingActFields, reason: text(500, { lines: true }) })

/** Sends it back with what is to be done: a filing to be handed in again, a change to be asked for again while what is on file stands. */
export async function returnFiling(actor: Actor, input: FilingAct, { now }: { now: Date }): Promise<{ id: string }> {
  return moveFiling(actor, input, { event: 'return', set: NO_CHANGE, data: ({ approvals }) => ({ approvals }) }, now)
}

/** Refuses the filing for good; of a training on file, the change alone. */
export async function refuseFiling(actor: Actor, input: FilingAct, { now }: { now: Date }): Promise<{ id: string }> {
  return moveFiling(
    actor,
    input,
    { event: 'refuse', set: { change: null, ...NO_CHANGE }, data: ({ change }) => (change ? { change } : {}) },
    now,
  )
}

export const verifyFilingInput = z.strictObject(filingActFields)

/** The bureau has looked at the number and the proof of a filing from outside the city: it counts from the day on which it was filed there. */
export async function verifyFiling(actor: Actor, input: FilingAct, { now }: { now: Date }): Promise<{ id: string }> {
  return moveFiling(
    actor,
    input,
    {
      event: 'verify',
      set: (_to, { content }, { today }): ColumnsOf<'filing'> => ({
        ...NO_APPROVALS,
        bureau_approved_on: today,
        approved_on: content.outsideFiledOn,
        number: content.outsideNumber,
      }),
    },
    now,
  )
}
