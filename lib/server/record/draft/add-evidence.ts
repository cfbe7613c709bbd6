import 'server-only'
import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/access/types'
import { isEditable } from '@/lib/workflow/state-groups'
import { db } from '../../database/db'
import { newId } from '../../database/ids'
import { acceptEvidence, type FileProblem } from '../../files/accept-evidence'
import { safeName } from '../../files/safe-name'
import { putFile } from '../../files/store'
import { notFound, refused } from '../../input/errors'
import { recordScope } from '../scope'

/** More than this no reviewer looks through. */
export const MAX_FILES = 20

export type AddedEvidence = { ok: true; id: string } | { ok: false; problem: FileProblem }

/** A proof beside a draft or returned record. The same file once more is the one that is there. */
export async function addEvidence(
  actor: Actor,
  { recordId, fileName, bytes }: { recordId: string; fileName: string; bytes: Uint8Array },
  { now }: { now: Date },
): Promise<AddedEvidence> {
  const record = await db.hourRecord.findFirst({
    where: { AND: [{ id: recordId }, recordScope(actor, 'record_edit')] },
    select: { state: true, personId: true, version: true, evidence: { where: { removedAt: null }, select: { id: true, sha256: true } } },
  })
  if (!record || actor.accountId === null) throw notFound()
  if (!isEditable(record.state)) throw refused([{ code: 'not_from_here', detail: { state: record.state, event: 'submit' } }])
  const accepted = await acceptEvidence(bytes)
  if (!accepted.ok) return accepted
  const sha256 = createHash('sha256').update(accepted.bytes).digest()
  const known = record.evidence.find((item) => sha256.equals(item.sha256))
  if (known) return { ok: true, id: known.id }
  if (record.evidence.length >= MAX_FILES) return { ok: false, problem: 'file_many' }
  const id = newId()
  const storageKey = await putFile(accepted.bytes)
  await db.evidence.create({
    data: {
      id,
      personId: record.personId,
      recordId,
      storageKey,
      fileName: safeName(fileName, accepted.mediaType),
      mediaType: accepted.mediaType,
      bytes: accepted.bytes.byteLength,
      sha256: new Uint8Array(sha256),
      uploadedBy: actor.accountId,
      uploadedAt: now,
    },
  })
  return { ok: true, id }
}
