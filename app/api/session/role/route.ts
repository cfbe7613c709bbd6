import type { NextRequest } from 'next/server'
import { switchRole } from '@/lib/server/account/switch-role'
import { formRoute } from '@/lib/server/web/route'

export function POST(request: NextRequest) {
  return formRoute(request, async (form) => {
    await switchRole(String(form.get('grantId') ?? '') || null)
    return '/start'
  })
}
