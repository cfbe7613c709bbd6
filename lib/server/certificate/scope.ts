import 'server-only'
import { accessScopeOf, seesNames } from '@/lib/access/scope'
import type { Actor } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'

/** The certificates whose print the actor may have: their own, their unit's, their bureau's. A print shows the name: not for those who see masks. */
export function certificateScope(actor: Actor): Prisma.CertificateWhereInput {
  const reached = accessScopeOf(actor, 'certificate_see')
  if (!seesNames(actor.role)) return { id: { in: [] } }
  switch (reached.kind) {
    case 'self':
      return { personId: reached.personId }
    case 'organization':
      return { OR: [{ yearOf: { employerId: reached.organizationId } }, { termOf: { employerId: reached.organizationId } }] }
    case 'region':
      return { OR: [{ yearOf: { regionCode: reached.regionCode } }, { termOf: { regionCode: reached.regionCode } }] }
    case 'city':
      return {}
    default:
      return { id: { in: [] } }
  }
}
