import { readFilingFile } from '@/lib/server/filing/read-filing-file'
import { serveFile } from '@/lib/server/web/serve-file'

/** A syllabus or the proof of a filing from outside, for whoever may see the filing. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return serveFile((await params).id, readFilingFile)
}
