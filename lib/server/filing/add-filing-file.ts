import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { acceptEvidence, type FileProblem } from '../files/accept-evidence'
import { safeName } from '../files/safe-name'
import { putFile } from '../files/store'
import { conflict, notFound } from '../input/errors'
import { id } from '../input/fields'
import { changeOf } from './content'
import { type EditableFiling, loadEditable } from './editable'

/** A syllabus, a plan, a scan of the outside filing: more than these nobody reads. */
const MAX_FILES = 10

export type AddedFile = { ok: true } | { ok: false; problem: FileProblem }

/** A syllabus, or the proof of a filing from outside, beside what is being written. The same file once more is the one that is there. */
export async function addFilingFile(
  actor: Actor,
  { filingId, fileName, bytes }: { filingId: string; fileName: string; bytes: Uint8Array },
  { now }: { now: Date },
): Promise<AddedFile> {
  const filing = await loadEditable(actor, filingId, now)
  if (actor.accountId === null) throw notFound()
  const accepted = await acceptEvidence(bytes)
  if (!accepted.ok) return accepted
  const sha256 = createHash('sha256').update(accepted.bytes).digest()
  const there = await db.filingFile.findMany({ where: { id: { in: filing.changed.fileIds } }, select: { sha256: true } })
  if (there.some((file) => sha256.equals(file.sha256))) return { ok: true }
  if (filing.changed.fileIds.length >= MAX_FILES) return { ok: false, problem: 'file_many' }
  const fileId = newId()
  const storageKey = await putFile(accepted.bytes)
  const file = {
    ...{ id: fileId, filingId, storageKey, fileName: safeName(fileName, accepted.mediaType), mediaType: accepted.mediaType },
    ...{ bytes: accepted.bytes.byteLength, sha256: new Uint8Array(sha256), uploadedBy: actor.accountId, uploadedAt: now },
  }
  await db.$transaction(async (tx) => {
    await tx.filingFile.create({ data: file })
    await setFiles(tx, filing, [...filing.changed.fileIds, fileId], now)
  })
  return { ok: true }
}

export const removeFilingFileInput = z.strictObject({ filing: id(), file: id() })

/** Takes a file away from what is being written. What was once handed in keeps its bytes: the event names it. */
export async function removeFilingFile(
  actor: Actor,
  input: z.infer<typeof removeFilingFileInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  const filing = await loadEditable(actor, input.filing, now)
  const { fileIds } = filing.changed
  if (!fileIds.includes(input.file)) throw notFound()
  await setFiles(
    db,
    filing,
    fileIds.filter((one) => one !== input.file),
    now,
  )
  return { id: filing.id }
}

/** The version rises with it: a decision on what stood there before finds that it is no longer first. */
async function setFiles(tx: Pick<typeof db, 'filing'>, filing: EditableFiling, fileIds: string[], now: Date): Promise<void> {
  const data = filing.changing ? { change: { ...changeOf(filing.changed), fileIds } } : { fileIds }
  const saved = await tx.filing.updateMany({
    where: { id: filing.id, version: filing.version, state: filing.state },
    data: { ...data, version: { increment: 1 }, changedAt: now },
  })
  if (saved.count !== 1) throw conflict()
}
