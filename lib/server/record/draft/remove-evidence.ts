import 'server-only'
import type { Actor } from '@/lib/access/types'
import { recordStatesIn } from '@/lib/workflow/state-groups'
import { db } from '../../database/db'
import { ExpectedError, notFound } from '../../input/errors'
import { recordScope } from '../scope'

/** Takes a proof away from a draft or returned record. What was once handed in keeps its bytes: the event names it. A roster's line stays. */
export async function removeEvidence(actor: Actor, { id }: { id: string }, { now }: { now: Date }): Promise<{ recordId: string }> {
  const item = await db.evidence.findFirst({
    where: {
      id,
      removedAt: null,
      NOT: { storageKey: { startsWith: 'roster:' } },
      record: { AND: [recordScope(actor, 'record_edit'), { state: { in: recordStatesIn('editable') } }] },
    },
    select: { recordId: true },
  })
  if (!item?.recordId) throw notFound()
  const { recordId } = item
  await db.$transaction(async (tx) => {
    // The version rises with it: a submission that still counted this proof finds that it is no longer first.
    const touched = await tx.hourRecord.updateMany({
      where: { id: recordId, state: { in: recordStatesIn('editable') } },
      data: { version: { increment: 1 }, changedAt: now },
    })
    if (touched.count !== 1) throw new ExpectedError({ code: 'conflict', by: null, machine: null, event: null, at: null })
    await tx.evidence.updateMany({ where: { id, removedAt: null }, data: { removedAt: now } })
  })
  return { recordId }
}
