import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACT_OF } from '@/lib/access/acts'
import { can } from '@/lib/access/can'
import { ACTIONS, type Action } from '@/lib/access/permissions'
import { accessScopeOf, hasAnyPermission, seesNames } from '@/lib/access/scope'
import type { Target } from '@/lib/access/target'
import { type Actor, ROLES, type Role } from '@/lib/access/types'
import { EVENTS } from '@/lib/workflow/events'
import { KNOWN_ACTIONS, mayByTheBook } from './oracle'

const REGION_OF: Partial<Record<Role, string[]>> = {
  county_reviewer: ['341202', '341226'],
  city_reviewer: ['341200'],
  leader: ['341200', '341202'],
}

const actors: fc.Arbitrary<Actor> = fc.constantFrom(...ROLES).chain((role) =>
  fc.record({
    role: fc.constant(role),
    accountId: role === 'visitor' ? fc.constant(null) : fc.constantFrom('a1', 'a2'),
    personId: role === 'visitor' ? fc.constant(null) : fc.constantFrom(null, 'p1', 'p2'),
    grantId: fc.constant(null),
    organizationId: role === 'visitor' ? fc.constant(null) : fc.constantFrom(null, 'o1', 'o2'),
    regionCode: fc.constantFrom(...(REGION_OF[role] ?? [null])),
  }),
)

const targets: fc.Arbitrary<Target> = fc.record(
  {
    personId: fc.constantFrom(null, 'p1', 'p2'),
    organizationId: fc.constantFrom(null, 'o1', 'o2'),
    authorityId: fc.constantFrom(null, 'o1', 'o2'),
    // the last lies in another city
    regionCode: fc.constantFrom(null, '341200', '341202', '341226', '341302'),
    unitLevel: fc.constantFrom(null, 'municipal' as const, 'county' as const),
    enteredBy: fc.constantFrom(null, 'a1', 'a2'),
    unsubmitted: fc.boolean(),
    decidedBy: fc.constantFrom(null, 'employer' as const, 'county' as const, 'city' as const),
    isPublic: fc.boolean(),
    actorIsStaff: fc.boolean(),
  },
  { requiredKeys: [] },
)

test('the oracle knows every action, and no other', () => {
  expect([...ACTIONS].sort()).toEqual(KNOWN_ACTIONS)
})

describe.each([...ACTIONS])('%s', (action: Action) => {
  test('is allowed exactly where the independent reading allows it', () => {
    const seen = { allowed: 0, refused: 0 }
    fc.assert(
      fc.property(actors, targets, (actor, target) => {
        const allowed = can(actor, action, target)
        expect(allowed).toBe(mayByTheBook(actor, action, target))
        seen[allowed ? 'allowed' : 'refused'] += 1
        if (allowed) expect(hasAnyPermission(actor, action)).toBe(true)
      }),
      { numRuns: 2000 },
    )
    // drawn from both sides, or nothing was shown
    expect(seen.allowed).toBeGreaterThan(0)
    expect(seen.refused).toBeGreaterThan(0)
  })
})

describe('sentences of the design', () => {
  const somebody = { accountId: 'a1', personId: 'p1', grantId: null, organizationId: null, regionCode: null }
  const countyA: Actor = { ...somebody, role: 'county_reviewer', regionCode: '341202' }
  const city: Actor = { ...somebody, role: 'city_reviewer', regionCode: '341200' }

  test("county A's reviewer does nothing with county B's record", () => {
    for (const action of ACTIONS.filter((name) => name.startsWith('record_'))) {
      expect(can(countyA, action, { personId: 'p9', regionCode: '341203', unitLevel: 'county' }), action).toBe(false)
    }
  })

  test("the city sees a county's record and does not verify it; a municipal unit's it verifies", () => {
    expect(can(city, 'record_see', { regionCode: '341202', unitLevel: 'county' })).toBe(true)
    expect(can(city, 'record_verify', { regionCode: '341202', unitLevel: 'county' })).toBe(false)
    expect(can(city, 'record_verify', { regionCode: '341202', unitLevel: 'municipal' })).toBe(true)
    expect(can(countyA, 'record_verify', { regionCode: '341202', unitLevel: 'municipal' })).toBe(false)
  })

  test("a routed year is the city's to certify", () => {
    expect(can(city, 'year_certify', { regionCode: '341200' })).toBe(true)
    expect(can(countyA, 'year_certify', { regionCode: '341200' })).toBe(false)
  })

  test('nobody verifies their own, nor what they entered', () => {
    const here = { regionCode: '341202', unitLevel: 'county' as const }
    expect(can(countyA, 'record_verify', { ...here, personId: 'p2', enteredBy: 'a2' })).toBe(true)
    expect(can(countyA, 'record_verify', { ...here, personId: 'p1' })).toBe(false)
    expect(can(countyA, 'record_verify', { ...here, personId: 'p2', enteredBy: 'a1' })).toBe(false)
  })

  test('the administrator has no power over single records, the auditor changes nothing, the leader sees figures', () => {
    const everything: Target = { personId: 'p9', organizationId: 'o1', authorityId: 'o1', regionCode: '341200', isPublic: false }
    const allowed = (role: Role) =>
      ACTIONS.filter((action) => can({ ...somebody, role, organizationId: 'o1', regionCode: '341200' }, action, everything))
    expect(
      allowed('administrator').filter((action) => /^(record|year|certificate|batch|objection|appeal|filing|case)_/.test(action)),
    ).toEqual([])
    expect(allowed('auditor').filter((action) => !action.endsWith('_see'))).toEqual([])
    expect(allowed('leader')).toEqual(['figures_see'])
    expect(allowed('visitor')).toEqual([])
    expect([seesNames('leader'), seesNames('auditor'), seesNames('county_reviewer')]).toEqual([false, false, true])
  })

  test('an administrator gives no office to themself', () => {
    const administrator: Actor = { ...somebody, role: 'administrator', regionCode: '341200' }
    expect(can(administrator, 'role_grant', { personId: 'p2' })).toBe(true)
    expect(can(administrator, 'role_grant', { personId: 'p1' })).toBe(false)
  })

  test('a draft is seen by the person and whoever entered it only', () => {
    const officer: Actor = { ...somebody, role: 'employer_officer', organizationId: 'o1' }
    const draft = { personId: 'p2', organizationId: 'o1', unsubmitted: true }
    expect(can(officer, 'record_see', { ...draft, enteredBy: 'a2' })).toBe(false)
    expect(can(officer, 'record_see', { ...draft, enteredBy: 'a1' })).toBe(true)
  })

  test('without a thing nobody is allowed anything, but who may do it with all of them', () => {
    for (const role of ROLES) {
      const actor: Actor = { ...somebody, role, organizationId: 'o1', regionCode: '341200' }
      for (const action of ACTIONS) expect(can(actor, action, {}), `${role} ${action}`).toBe(accessScopeOf(actor, action).kind === 'all')
    }
  })
})

describe('the reach of a list', () => {
  const nobody: Actor = { accountId: null, personId: null, role: 'visitor', grantId: null, organizationId: null, regionCode: null }
  test.each<[Partial<Actor>, Action, ReturnType<typeof accessScopeOf>]>([
    [{ role: 'practitioner', personId: 'p1' }, 'record_see', { kind: 'self', personId: 'p1' }],
    [{ role: 'employer_officer', organizationId: 'o1' }, 'record_review', { kind: 'organization', organizationId: 'o1' }],
    [{ role: 'provider_officer', accountId: 'a1' }, 'record_see', { kind: 'entered', accountId: 'a1' }],
    [{ role: 'authority_reviewer', organizationId: 'o7' }, 'year_see', { kind: 'authority', authorityId: 'o7' }],
    [{ role: 'county_reviewer', regionCode: '341203' }, 'record_see', { kind: 'region', regionCode: '341203' }],
    [{ role: 'county_reviewer', regionCode: '341203' }, 'record_verify', { kind: 'region', regionCode: '341203' }],
    [{ role: 'city_reviewer', regionCode: '341200' }, 'record_see', { kind: 'city', regionCode: '341200' }],
    [{ role: 'city_reviewer', regionCode: '341200' }, 'record_verify', { kind: 'region', regionCode: '341200' }],
    [{ role: 'city_reviewer', regionCode: '341200' }, 'appeal_decide', { kind: 'appeals', regionCode: '341200' }],
    [{ role: 'leader', regionCode: '341203' }, 'figures_see', { kind: 'region', regionCode: '341203' }],
    [{ role: 'auditor' }, 'audit_see', { kind: 'all' }],
    [{ role: 'administrator' }, 'record_see', { kind: 'none' }],
    [{}, 'publicity_see', { kind: 'public' }],
    // a role without its place reaches nothing, rather than everything
    [{ role: 'practitioner' }, 'record_see', { kind: 'none' }],
    [{ role: 'employer_officer' }, 'record_review', { kind: 'none' }],
    [{ role: 'county_reviewer' }, 'record_verify', { kind: 'none' }],
    [{ role: 'city_reviewer' }, 'record_see', { kind: 'none' }],
  ])('%j %s', (some, action, expected) => {
    expect(accessScopeOf({ ...nobody, ...some }, action)).toEqual(expected)
  })
})

test('every event of every machine has its permission', () => {
  for (const [machine, events] of Object.entries(EVENTS)) {
    expect(Object.keys(ACT_OF[machine as keyof typeof ACT_OF]).sort(), machine).toEqual([...events].sort())
  }
})
