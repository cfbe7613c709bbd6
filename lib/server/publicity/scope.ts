import 'server-only'
import type { Action } from '@/lib/access/permissions'
import { accessScopeOf } from '@/lib/access/scope'
import type { Actor } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'

/** The employers in reach of this permission, for what belongs to an employer: batches and objections to what stands in them. */
export function employerScope(actor: Actor, action: Action): Prisma.OrganizationWhereInput {
  const reached = accessScopeOf(actor, action)
  switch (reached.kind) {
    case 'organization':
      return { id: reached.organizationId }
    case 'region':
      return ofOffice(reached.regionCode)
    case 'appeals':
      return reached.regionCode.endsWith('00') ? {} : ofOffice(reached.regionCode)
    case 'city':
    case 'all':
      return {}
    default:
      return { id: { in: [] } }
  }
}

/** Municipal units belong to the city's bureau, wherever they lie (N6.1). */
function ofOffice(regionCode: string): Prisma.OrganizationWhereInput {
  return regionCode.endsWith('00') ? { OR: [{ unitLevel: 'municipal' }, { regionCode }] } : { regionCode, unitLevel: 'county' }
}
