import 'server-only'
import type { Action } from '@/lib/access/permissions'
import { accessScopeOf, seesUnsubmitted } from '@/lib/access/scope'
import type { Actor } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'

/** Which records the actor may do this with, as a Prisma where; nothing where the role has no such permission. */
export function recordScope(actor: Actor, action: Action = 'record_see'): Prisma.HourRecordWhereInput {
  const reached = accessScopeOf(actor, action)
  // What was never handed in is its person's, and of whoever entered it.
  const handedIn = { firstSubmittedAt: { not: null } }
  switch (reached.kind) {
    case 'self':
      return { personId: reached.personId }
    case 'entered':
      return { createdBy: reached.accountId }
    case 'organization':
      return { organizationId: reached.organizationId, ...handedIn }
    case 'authority':
      return { organization: { authorityId: reached.authorityId }, ...handedIn }
    case 'region':
      // Who certifies a year looks at its records, wherever they were verified: a municipal enterprise's are the city's, its people's years the county's (N6.4).
      return action === 'record_see'
        ? { AND: [{ OR: [ofOffice(reached.regionCode), { person: { years: { some: { regionCode: reached.regionCode } } } }] }, handedIn] }
        : { AND: [ofOffice(reached.regionCode), handedIn] }
    case 'appeals':
      return {
        OR: [{ AND: [ofOffice(reached.regionCode), { decidedBy: 'employer' }] }, { decidedBy: 'county', ...above(reached.regionCode) }],
      }
    case 'city':
    case 'all':
      return seesUnsubmitted(actor) ? {} : handedIn
    default:
      return { id: { in: [] } }
  }
}

/** Municipal units' records are the city's, wherever the unit lies (N6.1); a freelancer's has no level. */
function ofOffice(regionCode: string): Prisma.HourRecordWhereInput {
  return regionCode.endsWith('00')
    ? { OR: [{ unitLevel: 'municipal' }, { regionCode }] }
    : { regionCode, OR: [{ unitLevel: null }, { unitLevel: 'county' }] }
}

/** Against a county the city decides: no other bureau reaches those. */
function above(regionCode: string): Prisma.HourRecordWhereInput {
  return regionCode.endsWith('00') ? {} : { id: { in: [] } }
}
