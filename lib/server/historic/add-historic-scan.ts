import 'server-only'
import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/access/types'
import { isInGroup, statesIn } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { acceptEvidence, type FileProblem } from '../files/accept-evidence'
import { safeName } from '../files/safe-name'
import { putFile } from '../files/store'
import { conflict, notFound, refused } from '../input/errors'
import { historicScope } from './scope'

export type AddedScan = { ok: true; id: string } | { ok: false; problem: FileProblem }

/** The scan of the stamped form, while the person still works on it; a later one takes the earlier's place. */
export async function addHistoricScan(
  actor: Actor,
  { historicId, fileName, bytes }: { historicId: string; fileName: string; bytes: Uint8Array },
  { now }: { now: Date },
): Promise<AddedScan> {
  const row = await db.historicYear.findFirst({
    where: { AND: [{ id: historicId }, historicScope(actor, 'historic_enter')] },
    select: { state: true, personId: true, version: true },
  })
  if (!row || actor.accountId === null) throw notFound()
  if (!isInGroup('historic', row.state, 'editable'))
    throw refused([{ code: 'not_from_here', detail: { state: row.state, event: 'submit' } }])
  const accepted = await acceptEvidence(bytes)
  if (!accepted.ok) return accepted
  const id = newId()
  const storageKey = await putFile(accepted.bytes)
  const evidence = {
    id,
    personId: row.personId,
    storageKey,
    fileName: safeName(fileName, accepted.mediaType),
    mediaType: accepted.mediaType,
    bytes: accepted.bytes.byteLength,
    sha256: new Uint8Array(createHash('sha256').update(accepted.bytes).digest()),
    uploadedBy: actor.accountId,
    uploadedAt: now,
  }
  await db.$transaction(async (tx) => {
    await tx.evidence.create({ data: evidence })
    const { count } = await tx.historicYear.updateMany({
      where: { id: historicId, version: row.version, state: { in: statesIn('historic', 'editable') } },
      data: { evidenceId: id, version: { increment: 1 }, changedAt: now },
    })
    if (count === 0) throw conflict()
  })
  return { ok: true, id }
}
