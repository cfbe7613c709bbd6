import { COUNTIES } from '@/lib/access/regions'
import type { Actor, EmploymentKind, UnitLevel } from '@/lib/access/types'
import type { Tables } from '@/lib/server/database/tables'
import { AUTHORITIES, BUREAUS } from '../demo/organizations'
import type { ScaleTables } from './tables'

export interface Office {
  id: string
  actor: Pick<Actor, 'accountId' | 'role' | 'organizationId'>
}

export interface Employer {
  id: string
  name: string
  regionCode: string
  unitLevel: UnitLevel
  kind: EmploymentKind
  authorityId: string | null
  officer: Office
}

export interface Places {
  /** A reviewer of each bureau, by its region, and the bureau's name. */
  reviewers: ReadonlyMap<string, Office & { name: string }>
  authorities: readonly Office[]
  employers: readonly Employer[]
}

/** Average number of people of an employer; the first one has three times as many. */
const STAFF = 150

const KINDS: readonly EmploymentKind[] = [
  'public_institution',
  'public_institution',
  'public_institution',
  'public_institution',
  'public_institution',
  'public_institution',
  'state_enterprise',
  'non_public_enterprise',
  'non_public_enterprise',
  'social_organization',
]

/** Creates bureaus, authorities and employers, each with the account of a reviewer or officer. */
export function placesFor(people: number, tables: ScaleTables, key: () => string, now: Date): Places {
  function account(login: string, name: string): string {
    const id = key()
    tables.account.add({
      ...{ id, login_name: login, display_name: name, password_hash: '-', must_change: false, session_version: 1, active: true },
      created_at: now,
    })
    return id
  }
  function office(organizationId: string, login: string, role: Actor['role']): Office {
    const accountId = account(login, login)
    tables.roleGrant.add({ id: key(), account_id: accountId, role, organization_id: organizationId, granted_at: now })
    return { id: organizationId, actor: { accountId, role, organizationId } }
  }
  function organization(row: { [Name in keyof Tables['organization']]?: unknown }): string {
    const id = key()
    tables.organization.add({ publicity_in_public: true, active: true, version: 1, created_at: now, ...row, id })
    return id
  }

  const reviewers = new Map<string, Office & { name: string }>()
  for (const { regionCode, name, unitLevel } of BUREAUS) {
    const id = organization({ kind: 'bureau', name, region_code: regionCode, unit_level: unitLevel })
    const role = unitLevel === 'municipal' ? 'city_reviewer' : 'county_reviewer'
    reviewers.set(regionCode, { ...office(id, `scale-reviewer-${regionCode}`, role), name })
  }
  const authorities = AUTHORITIES.map(({ key: name, name: title, regionCode, unitLevel }) => {
    const id = organization({ kind: 'authority', name: title, region_code: regionCode, unit_level: unitLevel })
    return office(id, `scale-authority-${name}`, 'authority_reviewer')
  })
  const employers = Array.from({ length: Math.max(KINDS.length, Math.round(people / STAFF)) }, (_, index): Employer => {
    const municipal = index % 9 === 0
    const kind = KINDS[index % KINDS.length] ?? 'public_institution'
    const place = {
      name: `第${index + 1}单位`,
      regionCode: municipal ? '341200' : (COUNTIES[index % COUNTIES.length] ?? '341202'),
      unitLevel: municipal ? ('municipal' as const) : ('county' as const),
      kind,
      authorityId: municipal && kind === 'public_institution' ? (authorities[index % authorities.length]?.id ?? null) : null,
    }
    const { name, regionCode, unitLevel, authorityId } = place
    const row = { kind: 'employer', name, region_code: regionCode, unit_level: unitLevel, employer_kind: kind, authority_id: authorityId }
    const id = organization(row)
    return { id, ...place, officer: office(id, `scale-officer-${index}`, 'employer_officer') }
  })
  return { reviewers, authorities, employers }
}
