import type { Actor } from '@/lib/access/types'
import { type StoredFile, serveFile } from '@/lib/server/files/serve-file'
import { renderAttendance } from '@/lib/server/print/render-attendance'
import { readEvidence } from '@/lib/server/record/read-evidence'
import { lineOfProof, readAttendance } from '@/lib/server/roster/read-attendance'
import { currentLocale } from '@/lib/server/web/display'

/** A proof for whoever may see its record. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return serveFile((await params).id, readProof)
}

/** A roster's line is drawn when it is asked for: nobody sees the others that stand on the roster. */
async function readProof(actor: Actor, id: string): Promise<StoredFile> {
  const stored = await readEvidence(actor, id)
  const line = lineOfProof(stored.storageKey)
  return line === null ? stored : { ...stored, drawn: renderAttendance(await readAttendance(line, await currentLocale())) }
}
