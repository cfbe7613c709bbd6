import type { NextRequest } from 'next/server'
import { addCaseEvidence } from '@/lib/server/case/add-case-evidence'
import { addEvidence } from '@/lib/server/record/draft/add-evidence'
import { takeUpload } from '@/lib/server/web/take-upload'

/** Takes proofs for a record, or for what somebody raised. */
export async function POST(request: NextRequest): Promise<Response> {
  if (request.nextUrl.searchParams.has('case'))
    return takeUpload(request, 'case', (actor, caseId, file, context) => addCaseEvidence(actor, { caseId, ...file }, context))
  return takeUpload(request, 'record', (actor, recordId, file, context) => addEvidence(actor, { recordId, ...file }, context))
}
