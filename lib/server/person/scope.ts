import 'server-only'
import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import type { Action } from '@/lib/access/permissions'
import { accessScopeOf } from '@/lib/access/scope'
import type { Actor } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'
import type { Tables } from '../database/tables'

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

const on = expressionBuilder<Tables, never>()

/** `personScope` for statements of Kysely's, of whoever has this key. A test holds the two to the same answer. */
export function personInScope(actor: Actor, personId: Expression<string>, action: Action = 'person_see'): Expression<SqlBool> {
  const reached = accessScopeOf(actor, action)
  const works = on.selectFrom('employment as e').where('e.person_id', '=', personId).where('e.until_on', 'is', null)
  switch (reached.kind) {
    case 'self':
      return on(personId, '=', reached.personId)
    case 'organization':
      return on.exists(works.where('e.organization_id', '=', reached.organizationId))
    case 'authority':
      return on.exists(works.innerJoin('organization as u', 'u.id', 'e.organization_id').where('u.authority_id', '=', reached.authorityId))
    case 'region': {
      const lives = on.selectFrom('person as p').where('p.id', '=', personId).where('p.region_code', '=', reached.regionCode)
      return on.or([on.exists(works.where('e.region_code', '=', reached.regionCode)), on.exists(lives)])
    }
    case 'city':
    case 'all':
      return on.lit(true)
    default:
      return on.lit(false)
  }
}
