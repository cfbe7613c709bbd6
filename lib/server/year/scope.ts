import 'server-only'
import type { Action } from '@/lib/access/permissions'
import { accessScopeOf } from '@/lib/access/scope'
import type { Actor } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { personScope } from '../person/scope'

/** A `where` that is the same for years and terms. */
export type CertifiableScope =
  | Record<string, never>
  | { personId: string }
  | { authorityId: string }
  | { regionCode: string }
  | { id: { in: string[] } }
  | { OR: ({ employerId: string } | { regionCode: string } | { person: Prisma.PersonWhereInput })[] }

/** Which years, or terms, the actor may do this with. Before its request a year belongs to whoever its person belongs to; after it to the competent bureau. */
export function yearScope(actor: Actor, action: Action = 'year_see'): CertifiableScope {
  const reached = accessScopeOf(actor, action)
  switch (reached.kind) {
    case 'self':
      return { personId: reached.personId }
    case 'organization':
      return { OR: [{ employerId: reached.organizationId }, { person: personScope(actor) }] }
    case 'authority':
      return { authorityId: reached.authorityId }
    case 'region':
      return action === 'year_see'
        ? { OR: [{ regionCode: reached.regionCode }, { person: personScope(actor) }] }
        : { regionCode: reached.regionCode }
    case 'city':
    case 'all':
      return {}
    default:
      return { id: { in: [] } }
  }
}
