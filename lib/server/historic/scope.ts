import 'server-only'
import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import type { Action } from '@/lib/access/permissions'
import { accessScopeOf } from '@/lib/access/scope'
import type { Actor } from '@/lib/access/types'
import { statesIn } from '@/lib/workflow/state-groups'
import type { Prisma } from '@/prisma/generated/client/client'
import type { Tables } from '../database/tables'

/** Which past years' paper hours the actor may do this with: their own, and what was handed in to their bureau. */
export function historicScope(actor: Actor, action: Action = 'historic_see'): Prisma.HistoricYearWhereInput {
  const reached = accessScopeOf(actor, action)
  const handedIn = { state: { in: statesIn('historic', 'handed_in') } }
  switch (reached.kind) {
    case 'self':
      return { personId: reached.personId }
    case 'region':
      return { regionCode: reached.regionCode, ...handedIn }
    case 'city':
    case 'all':
      return handedIn
    default:
      return { id: { in: [] } }
  }
}

const t = expressionBuilder<Tables & { t: Tables['historic_year'] }, 't'>()

/** `historicScope` for statements of Kysely's, in which the years are `t`. A test holds the two to the same answer. */
export function historicInScope(actor: Actor, action: Action = 'historic_see'): Expression<SqlBool> {
  const reached = accessScopeOf(actor, action)
  const handedIn = t('t.state', 'in', statesIn('historic', 'handed_in'))
  switch (reached.kind) {
    case 'self':
      return t('t.person_id', '=', reached.personId)
    case 'region':
      return t.and([t('t.region_code', '=', reached.regionCode), handedIn])
    case 'city':
    case 'all':
      return handedIn
    default:
      return t.lit(false)
  }
}
