import 'server-only'
import type { Action } from '@/lib/access/permissions'
import { accessScopeOf } from '@/lib/access/scope'
import type { Actor } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'

/** Which people the actor may do this with: their own staff, their territory's, everybody. */
export function personScope(actor: Actor, action: Action = 'person_see'): Prisma.PersonWhereInput {
  const reached = accessScopeOf(actor, action)
  switch (reached.kind) {
    case 'self':
      return { id: reached.personId }
    case 'organization':
      return { employments: { some: { organizationId: reached.organizationId, untilOn: null } } }
    case 'authority':
      return { employments: { some: { organization: { authorityId: reached.authorityId }, untilOn: null } } }
    case 'region':
      return { OR: [{ employments: { some: { regionCode: reached.regionCode, untilOn: null } } }, { regionCode: reached.regionCode }] }
    case 'city':
    case 'all':
      return {}
    default:
      return { id: { in: [] } }
  }
}
