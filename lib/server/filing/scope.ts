import 'server-only'
import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import type { Action } from '@/lib/access/permissions'
import { accessScopeOf } from '@/lib/access/scope'
import type { Actor } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'
import type { Tables } from '../database/tables'

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

const f = expressionBuilder<Tables & { f: Tables['filing'] }, 'f'>()

/** `filingScope` for statements of Kysely's, in which the filings are `f`. A test holds the two to the same answer. */
export function filingsInScope(actor: Actor, action: Action = 'filing_see'): Expression<SqlBool> {
  const reached = accessScopeOf(actor, action)
  const handedIn = f('f.submitted_at', 'is not', null)
  const entered = actor.accountId ? f('f.created_by', '=', actor.accountId) : f.lit(false)
  const seen = f.or([handedIn, entered])
  switch (reached.kind) {
    case 'self':
      return f.and([f('f.outside', '=', true), entered])
    case 'organization':
      return f('f.provider_id', '=', reached.organizationId)
    case 'authority':
      return f.and([f('f.authority_id', '=', reached.authorityId), handedIn])
    case 'region':
      return f.and([f('f.region_code', '=', reached.regionCode), seen])
    case 'city':
    case 'all':
      return seen
    default:
      return f.lit(false)
  }
}
