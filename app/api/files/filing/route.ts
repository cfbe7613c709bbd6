import type { NextRequest } from 'next/server'
import { addFilingFile } from '@/lib/server/filing/add-filing-file'
import { takeUpload } from '@/lib/server/web/take-upload'

/** Takes the syllabus of a training, or the proof of a filing from outside. */
export async function POST(request: NextRequest): Promise<Response> {
  return takeUpload(request, 'filing', (actor, filingId, file, context) => addFilingFile(actor, { filingId, ...file }, context))
}
