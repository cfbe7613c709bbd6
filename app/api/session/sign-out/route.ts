import type { NextRequest } from 'next/server'
import { endSession } from '@/lib/server/account/end-session'
import { formRoute } from '@/lib/server/web/route'

export function POST(request: NextRequest) {
  return formRoute(request, async () => {
    await endSession()
    return '/'
  })
}
