import 'server-only'
import { seesNames } from '@/lib/access/scope'
import type { Actor } from '@/lib/access/types'
import { caseScope } from '../case/scope'
import { db } from '../database/db'
import type { StoredFile } from '../files/stored-file'
import { historicScope } from '../historic/scope'
import { notFound } from '../input/errors'
import { recordScope } from '../record/scope'
import { readYearEvidence } from './read-year-evidence'

/**
 * A proof for whoever may see its record, its case, or the past year that it is the scan of, with names: it shows the person's. Whoever
 * certifies or reviews a year sees those of what it counts too.
 */
export async function readEvidence(actor: Actor, id: string): Promise<StoredFile> {
  if (!seesNames(actor.role)) throw notFound()
  const item = await db.evidence.findFirst({
    where: { id, OR: [{ record: recordScope(actor) }, { case: caseScope(actor) }, { historicYears: { some: historicScope(actor) } }] },
    select: { storageKey: true, fileName: true, mediaType: true, bytes: true },
  })
  const found = item ?? (await readYearEvidence(actor, id))
  if (!found) throw notFound()
  return found
}
