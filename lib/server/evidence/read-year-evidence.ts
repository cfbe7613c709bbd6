import 'server-only'
import { hasAnyPermission } from '@/lib/access/scope'
import type { Actor } from '@/lib/access/types'
import { statesIn } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import type { StoredFile } from '../files/stored-file'
import { yearScope } from '../year/scope'

/**
 * A proof of what a year counts, for whoever certifies or reviews that year, wherever the record was handed in: an authority sees those of
 * an employer before this one too.
 */
export async function readYearEvidence(actor: Actor, id: string): Promise<StoredFile | null> {
  if (!hasAnyPermission(actor, 'year_certify') && !hasAnyPermission(actor, 'year_authority_review')) return null
  const item = await db.evidence.findFirst({
    where: { id, record: { state: { in: statesIn('record', 'counts') } } },
    select: {
      storageKey: true,
      fileName: true,
      mediaType: true,
      bytes: true,
      record: { select: { personId: true, year: true } },
    },
  })
  if (!item?.record) return null
  const { record, ...file } = item
  const seen = await db.year.findFirst({ where: { AND: [record, yearScope(actor)] }, select: { id: true } })
  return seen ? file : null
}
