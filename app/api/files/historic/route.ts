import type { NextRequest } from 'next/server'
import { addHistoricScan } from '@/lib/server/historic/add-historic-scan'
import { takeUpload } from '@/lib/server/web/take-upload'

/** Takes the scan of a past year's stamped form. */
export async function POST(request: NextRequest): Promise<Response> {
  return takeUpload(request, 'historic', (actor, historicId, file, context) => addHistoricScan(actor, { historicId, ...file }, context))
}
