import { serveFile } from '@/lib/server/files/serve-file'
import { readEvidence } from '@/lib/server/record/read-evidence'

/** A proof for whoever may see its record. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return serveFile((await params).id, readEvidence)
}
