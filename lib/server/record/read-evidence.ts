import 'server-only'
import { may, seesNames } from '@/lib/access/reach'
import type { Actor } from '@/lib/access/types'
import { statesWhere } from '@/lib/workflow/ask'
import { caseScope } from '../case/scope'
import { db } from '../db'
import { notFound } from '../errors'
import { historicScope } from '../historic/scope'
import { yearScope } from '../year/scope'
import { recordScope } from './scope'

export interface StoredEvidence {
  storageKey: string
  fileName: string
  mediaType: string
  bytes: number
}

const FILE = { storageKey: true, fileName: true, mediaType: true, bytes: true } as const

/**
 * A proof for whoever may see its record, its case, or the past year that it is the scan of, with names: it shows the person's. Whoever
 * certifies or reviews a year sees the proofs of what the year counts too, wherever the records were handed in: an authority those of an
 * employer before this one.
 */
export async function readEvidence(actor: Actor, id: string): Promise<StoredEvidence> {
  if (!seesNames(actor.role)) throw notFound()
  const item = await db.evidence.findFirst({
    where: { id, OR: [{ record: recordScope(actor) }, { case: caseScope(actor) }, { historicYears: { some: historicScope(actor) } }] },
    select: FILE,
  })
  return item ?? countedInYear(actor, id)
}

async function countedInYear(actor: Actor, id: string): Promise<StoredEvidence> {
  if (!may(actor, 'year_certify') && !may(actor, 'year_authority_review')) throw notFound()
  const item = await db.evidence.findFirst({
    where: { id, record: { state: { in: statesWhere('record', 'counts') } } },
    select: { ...FILE, record: { select: { personId: true, year: true } } },
  })
  if (!item?.record) throw notFound()
  const { record, ...file } = item
  if (!(await db.year.findFirst({ where: { AND: [record, yearScope(actor)] }, select: { id: true } }))) throw notFound()
  return file
}
