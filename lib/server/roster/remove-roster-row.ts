import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { statesIn } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import { conflict, notFound } from '../input/errors'
import { id } from '../input/fields'
import { reportedTrainings } from './scope'

export const removeRosterRowInput = z.strictObject({ row: id() })

/** Takes a line off a draft that was typed by hand. What came by a file is put right in the file: it is taken whole or not at all. */
export async function removeRosterRow(
  actor: Actor,
  input: z.infer<typeof removeRosterRowInput>,
  { now }: { now: Date },
): Promise<{ filing: string }> {
  const drafts = statesIn('roster', 'being_made')
  const row = await db.rosterRow.findFirst({
    where: { id: input.row, byHand: true, roster: { state: { in: drafts }, filing: reportedTrainings(actor) } },
    select: { rosterId: true, roster: { select: { filingId: true } } },
  })
  if (!row) throw notFound()
  await db.$transaction(async (tx) => {
    // The version rises with it: a confirmation that still counted this line finds that it is no longer first.
    const touched = await tx.roster.updateMany({
      where: { id: row.rosterId, state: { in: drafts } },
      data: { version: { increment: 1 }, rowCount: { decrement: 1 }, changedAt: now },
    })
    if (touched.count !== 1) throw conflict()
    if ((await tx.rosterRow.deleteMany({ where: { id: input.row } })).count !== 1) throw conflict()
  })
  return { filing: row.roster.filingId }
}
