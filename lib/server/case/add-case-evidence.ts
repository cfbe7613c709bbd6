import 'server-only'
import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/access/types'
import { statesIn } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { acceptEvidence, type FileProblem } from '../files/accept-evidence'
import { safeName } from '../files/safe-name'
import { putFile } from '../files/store'
import { notFound } from '../input/errors'
import { caseScope } from './scope'

const MAX_FILES = 10

/** A proof beside one's own case while it waits for its answer. */
export async function addCaseEvidence(
  actor: Actor,
  { caseId, fileName, bytes }: { caseId: string; fileName: string; bytes: Uint8Array },
  { now }: { now: Date },
): Promise<{ ok: true } | { ok: false; problem: FileProblem }> {
  const found = await db.caseFile.findFirst({
    where: { AND: [{ id: caseId, state: { in: statesIn('case', 'awaiting_answer') } }, caseScope(actor, 'case_raise')] },
    select: { personId: true, evidence: { where: { removedAt: null }, select: { sha256: true } } },
  })
  if (!found || actor.accountId === null) throw notFound()
  const accepted = await acceptEvidence(bytes)
  if (!accepted.ok) return accepted
  const sha256 = createHash('sha256').update(accepted.bytes).digest()
  if (found.evidence.some((item) => sha256.equals(item.sha256))) return { ok: true }
  if (found.evidence.length >= MAX_FILES) return { ok: false, problem: 'file_many' }
  await db.evidence.create({
    data: {
      id: newId(),
      personId: found.personId,
      caseId,
      storageKey: await putFile(accepted.bytes),
      fileName: safeName(fileName, accepted.mediaType),
      mediaType: accepted.mediaType,
      bytes: accepted.bytes.byteLength,
      sha256: new Uint8Array(sha256),
      uploadedBy: actor.accountId,
      uploadedAt: now,
    },
  })
  return { ok: true }
}
