import 'server-only'
import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import type { Action } from '@/lib/access/permissions'
import { accessScopeOf, seesUnsubmitted } from '@/lib/access/scope'
import type { Actor } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'
import type { Tables } from '../database/tables'

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
  return isCityBureau(regionCode)
    ? { OR: [{ unitLevel: 'municipal' }, { regionCode }] }
    : { regionCode, OR: [{ unitLevel: null }, { unitLevel: 'county' }] }
}

/** Against a county the city decides: no other bureau reaches those. */
function above(regionCode: string): Prisma.HourRecordWhereInput {
  return isCityBureau(regionCode) ? {} : { id: { in: [] } }
}

const t = expressionBuilder<Tables & { t: Tables['hour_record'] }, 't'>()

/** `recordScope` for statements of Kysely's, in which the records are `t`. A test holds the two to the same answer. */
export function recordsInScope(actor: Actor, action: Action = 'record_see'): Expression<SqlBool> {
  const reached = accessScopeOf(actor, action)
  const handedIn = t('t.first_submitted_at', 'is not', null)
  switch (reached.kind) {
    case 'self':
      return t('t.person_id', '=', reached.personId)
    case 'entered':
      return t('t.created_by', '=', reached.accountId)
    case 'organization':
      return t.and([t('t.organization_id', '=', reached.organizationId), handedIn])
    case 'authority':
      return t.and([t.exists(unitsOf(reached.authorityId)), handedIn])
    case 'region': {
      const office = recordsOfOffice(reached.regionCode)
      return t.and([action === 'record_see' ? t.or([office, t.exists(yearsAt(reached.regionCode))]) : office, handedIn])
    }
    case 'appeals': {
      const againstEmployers = t.and([recordsOfOffice(reached.regionCode), t('t.decided_by', '=', 'employer')])
      const againstCounties = t('t.decided_by', '=', 'county')
      return isCityBureau(reached.regionCode) ? t.or([againstEmployers, againstCounties]) : againstEmployers
    }
    case 'city':
    case 'all':
      return seesUnsubmitted(actor) ? t.lit(true) : handedIn
    default:
      return t.lit(false)
  }
}

/** The office whose the records are, as `ofOffice` says. */
function recordsOfOffice(regionCode: string): Expression<SqlBool> {
  const inRegion = t('t.region_code', '=', regionCode)
  return isCityBureau(regionCode)
    ? t.or([t('t.unit_level', '=', 'municipal'), inRegion])
    : t.and([inRegion, t.or([t('t.unit_level', 'is', null), t('t.unit_level', '=', 'county')])])
}

function isCityBureau(regionCode: string): boolean {
  return regionCode.endsWith('00')
}

function unitsOf(authorityId: string) {
  return t.selectFrom('organization as u').whereRef('u.id', '=', 't.organization_id').where('u.authority_id', '=', authorityId)
}

/** Credit years of the same person that are certified there. */
function yearsAt(regionCode: string) {
  return t.selectFrom('year as y').whereRef('y.person_id', '=', 't.person_id').where('y.region_code', '=', regionCode)
}
