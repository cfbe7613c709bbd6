import type { Actor } from '@/lib/access/types'
import { readEvidence } from '@/lib/server/evidence/read-evidence'
import type { StoredFile } from '@/lib/server/files/stored-file'
import { renderAttendance } from '@/lib/server/print/render-attendance'
import { lineOfProof, readAttendance } from '@/lib/server/roster/read-attendance'
import { currentLocale } from '@/lib/server/web/display'
import { serveFile } from '@/lib/server/web/serve-file'

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
