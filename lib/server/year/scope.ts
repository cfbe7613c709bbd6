import 'server-only'
import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import type { Action } from '@/lib/access/permissions'
import { accessScopeOf } from '@/lib/access/scope'
import type { Actor } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'
import type { Tables } from '../database/tables'
import { personInScope, personScope } from '../person/scope'

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

/** What years and terms have alike. */
type Certifiable = Pick<Tables['year' | 'term'], 'id' | 'person_id' | 'employer_id' | 'authority_id' | 'region_code'>

const t = expressionBuilder<Tables & { t: Certifiable }, 't'>()

/** `yearScope` for statements of Kysely's, in which the years, or terms, are `t`. A test holds the two to the same answer. */
export function yearsInScope(actor: Actor, action: Action = 'year_see'): Expression<SqlBool> {
  const reached = accessScopeOf(actor, action)
  const ofPerson = () => personInScope(actor, t.ref('t.person_id'))
  switch (reached.kind) {
    case 'self':
      return t('t.person_id', '=', reached.personId)
    case 'organization':
      return t.or([t('t.employer_id', '=', reached.organizationId), ofPerson()])
    case 'authority':
      return t('t.authority_id', '=', reached.authorityId)
    case 'region': {
      const competent = t('t.region_code', '=', reached.regionCode)
      return action === 'year_see' ? t.or([competent, ofPerson()]) : competent
    }
    case 'city':
    case 'all':
      return t.lit(true)
    default:
      return t.lit(false)
  }
}
