import 'server-only'
import type { Action } from '@/lib/access/permissions'
import { accessScopeOf } from '@/lib/access/scope'
import type { Actor } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'

/** Which cases the actor may do this with: their own, those that their unit has to answer, those of their bureau. */
export function caseScope(actor: Actor, action: Action = 'case_see'): Prisma.CaseFileWhereInput {
  const reached = accessScopeOf(actor, action)
  switch (reached.kind) {
    case 'self':
      return { personId: reached.personId }
    case 'organization':
      return { organizationId: reached.organizationId }
    case 'region':
      return { regionCode: reached.regionCode }
    case 'city':
    case 'all':
      return {}
    default:
      return { id: { in: [] } }
  }
}
