import type { NextRequest } from 'next/server'
import { takeUpload } from '@/lib/server/files/take-upload'
import { addEvidence } from '@/lib/server/record/add-evidence'

/** Takes proofs for a record. */
export async function POST(request: NextRequest): Promise<Response> {
  return takeUpload(request, 'record', (actor, recordId, file, context) => addEvidence(actor, { recordId, ...file }, context))
}
