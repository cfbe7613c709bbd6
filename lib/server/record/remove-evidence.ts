import 'server-only'
import type { Actor } from '@/lib/access/types'
import { recordStatesWhere } from '@/lib/workflow/ask'
import { db } from '../db'
import { notFound } from '../errors'
import { recordScope } from './scope'

/** Takes a proof away from a draft or returned record. What was once handed in keeps its bytes: the event names it. */
export async function removeEvidence(actor: Actor, { id }: { id: string }, { now }: { now: Date }): Promise<{ recordId: string }> {
  const item = await db.evidence.findFirst({
    where: { id, removedAt: null, record: { AND: [recordScope(actor, 'record_edit'), { state: { in: recordStatesWhere('editable') } }] } },
    select: { recordId: true },
  })
  if (!item?.recordId) throw notFound()
  await db.evidence.updateMany({ where: { id, removedAt: null }, data: { removedAt: now } })
  return { recordId: item.recordId }
}
