import type { NextRequest } from 'next/server'
import { takeUpload } from '@/lib/server/files/take-upload'
import { addFilingFile } from '@/lib/server/filing/add-filing-file'

/** Takes the syllabus of a training, or the proof of a filing from outside. */
export async function POST(request: NextRequest): Promise<Response> {
  return takeUpload(request, 'filing', (actor, filingId, file, context) => addFilingFile(actor, { filingId, ...file }, context))
}
