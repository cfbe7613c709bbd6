import 'server-only'
import type { Action } from '@/lib/access/permissions'
import { accessScopeOf } from '@/lib/access/scope'
import type { Actor } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'

/** Which filings the actor may do this with, as a Prisma where. What was never handed in is seen by those who are preparing it alone. */
export function filingScope(actor: Actor, action: Action = 'filing_see'): Prisma.FilingWhereInput {
  const reached = accessScopeOf(actor, action)
  const seen: Prisma.FilingWhereInput = {
    OR: [{ submittedAt: { not: null } }, ...(actor.accountId ? [{ createdBy: actor.accountId }] : [])],
  }
  switch (reached.kind) {
    case 'self':
      return { outside: true, createdBy: actor.accountId ?? '' }
    case 'organization':
      return { providerId: reached.organizationId }
    case 'authority':
      return { authorityId: reached.authorityId, submittedAt: { not: null } }
    case 'region':
      return { regionCode: reached.regionCode, ...seen }
    case 'city':
    case 'all':
      return seen
    default:
      return { id: { in: [] } }
  }
}
