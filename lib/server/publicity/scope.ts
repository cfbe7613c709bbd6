import 'server-only'
import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import type { Action } from '@/lib/access/permissions'
import { accessScopeOf } from '@/lib/access/scope'
import type { Actor } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { statesIn } from '@/lib/workflow/state-groups'
import type { Prisma } from '@/prisma/generated/client/client'
import type { Tables } from '../database/tables'

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

const on = expressionBuilder<Tables & { o: Tables['organization']; b: Tables['publicity_batch'] }, 'o' | 'b'>()

/** `employerScope` for statements of Kysely's, in which the employers are `o`. A test holds the two to the same answer. */
export function employersInScope(actor: Actor, action: Action): Expression<SqlBool> {
  const reached = accessScopeOf(actor, action)
  switch (reached.kind) {
    case 'organization':
      return on('o.id', '=', reached.organizationId)
    case 'region':
      return employersOfOffice(reached.regionCode)
    case 'appeals':
      return reached.regionCode.endsWith('00') ? on.lit(true) : employersOfOffice(reached.regionCode)
    case 'city':
    case 'all':
      return on.lit(true)
    default:
      return on.lit(false)
  }
}

/** As `ofOffice` says. */
function employersOfOffice(regionCode: string): Expression<SqlBool> {
  const [inRegion, municipal] = [on('o.region_code', '=', regionCode), on('o.unit_level', '=', 'municipal')]
  return regionCode.endsWith('00') ? on.or([municipal, inRegion]) : on.and([inRegion, on('o.unit_level', '=', 'county')])
}

/** Batches (`b`) on the board: open, the period not over; a unit may keep its publicity to its own people. */
export function isOnBoard({ organizationId, personId }: Actor, today: PlainDate): Expression<SqlBool> {
  const shown: Expression<SqlBool>[] = [on('b.in_public', '=', true)]
  if (organizationId) shown.push(on('b.organization_id', '=', organizationId))
  if (personId) {
    const employment = on.selectFrom('employment as e').where('e.person_id', '=', personId).where('e.until_on', 'is', null)
    shown.push(on.exists(employment.whereRef('e.organization_id', '=', 'b.organization_id')))
  }
  return on.and([on('b.state', 'in', statesIn('batch', 'public')), on('b.ends_on', '>=', today), on.or(shown)])
}
