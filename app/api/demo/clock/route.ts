import type { NextRequest } from 'next/server'
import { advanceClock } from '@/lib/server/runtime/advance-clock'
import { formRoute } from '@/lib/server/web/route'

export function POST(request: NextRequest) {
  return formRoute(request, async (form) => {
    await advanceClock(Number(form.get('days')))
    return undefined
  })
}
