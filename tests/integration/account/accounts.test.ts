import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { idNumberCheckCharacter } from '@/lib/numbers/id-number'
import { enterOfficeAccount, enterOfficeAccountInput } from '@/lib/server/account/enter-office-account'
import { endRole, grantRole } from '@/lib/server/account/grant-role'
import { readOfficeAccount, readOfficeAccounts } from '@/lib/server/account/read-account'
import { readSession } from '@/lib/server/account/read-session'
import { resetPassword } from '@/lib/server/account/reset-password'
import type { SessionToken } from '@/lib/server/account/session-token'
import { setAccountActive } from '@/lib/server/account/set-account-active'
import { signIn } from '@/lib/server/account/sign-in'
import { db } from '@/lib/server/database/db'
import { hashPassword, passwordMatches } from '@/lib/server/security/password'
import { encryptPersonal, indexPersonal } from '@/lib/server/security/personal-number'
import { consume } from '@/lib/server/security/rate-limit'
import { seedReference } from '@/prisma/seed/reference'
import { type MadePerson, makeAdministration, makeBureau, makeEmployer, makePerson, noon } from '@/tests/builders/city'
import { expected } from '@/tests/support/expected'

/** The cost of every key derived from a password. */
const derivations: number[] = []
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>()
  const scrypt: typeof real.scrypt = Object.assign((...all: unknown[]) => {
    derivations.push((all[3] as { N: number }).N)
    return Reflect.apply(real.scrypt, null, all)
  }, real.scrypt)
  return { ...real, default: { ...real, scrypt }, scrypt }
})
let token: SessionToken | null = null
vi.mock('next-auth/next', () => ({ getServerSession: async () => token }))

const on = { now: noon('2025-11-18') }
const PASSWORD = 'a phrase of five words'
let administrator: Actor
let auditor: Actor
let unit: Awaited<ReturnType<typeof makeEmployer>>
let person: MadePerson
let passwordHash: string
let made = 0

beforeAll(async () => {
  await seedReference(db)
  passwordHash = await hashPassword(PASSWORD)
  ;({ administrator, auditor } = await makeAdministration())
})
beforeEach(async () => {
  made += 1
  unit = await makeEmployer({ name: `医院${made}` })
  person = await makePerson(unit)
  await db.account.update({ where: { id: person.accountId }, data: { passwordHash } })
  token = null
})

const loginOf = async () => (await db.account.findUniqueOrThrow({ where: { id: person.accountId } })).loginName
const versionOf = async () => (await db.account.findUniqueOrThrow({ where: { id: person.accountId } })).sessionVersion
const openSession = async () => {
  token = await signIn({ login: await loginOf(), password: PASSWORD })
  expect((await readSession())?.actor.accountId).toBe(person.accountId)
}
const grant = async (more: Partial<Parameters<typeof grantRole>[1]> = {}, actor = administrator) =>
  grantRole(
    actor,
    { account: person.accountId, version: await versionOf(), role: 'employer_officer', organization: `医院${made}`, ...more },
    on,
  )
const grantOf = () => db.roleGrant.findFirstOrThrow({ where: { accountId: person.accountId }, select: { id: true, endedAt: true } })

describe('sessions die at once', () => {
  test('when an office is given, and when it ends', async () => {
    await openSession()
    await grant()
    expect(await readSession()).toBeNull()
    await openSession()
    expect((await readSession())?.roles.map(({ role }) => role)).toEqual(['practitioner', 'employer_officer'])
    await endRole(administrator, { account: person.accountId, version: await versionOf(), grant: (await grantOf()).id }, on)
    expect(await readSession()).toBeNull()
    await openSession()
    expect((await readSession())?.roles.map(({ role }) => role)).toEqual(['practitioner'])
  })

  test('when the password is reset: the new one is said once, kept as a hash, and has to be changed', async () => {
    await openSession()
    const { password } = await resetPassword(administrator, { account: person.accountId, version: await versionOf() }, on)
    expect(await readSession()).toBeNull()
    const row = await db.account.findUniqueOrThrow({ where: { id: person.accountId } })
    expect(row.mustChange).toBe(true)
    expect(await passwordMatches(password, row.passwordHash)).toBe(true)
    expect(await signIn({ login: row.loginName, password: PASSWORD })).toBeNull()
    const audit = await db.audit.findMany({ where: { subjectId: person.accountId } })
    expect(audit.map(({ act }) => act)).toEqual(['password_reset'])
    expect(JSON.stringify(audit)).not.toContain(password)
  })

  test('when the account is closed; it signs in again once it is open', async () => {
    await openSession()
    const set = async (standing: 'active' | 'inactive') =>
      setAccountActive(administrator, { account: person.accountId, version: await versionOf(), standing }, on)
    await set('inactive')
    expect(await readSession()).toBeNull()
    expect(await signIn({ login: await loginOf(), password: PASSWORD })).toBeNull()
    await set('active')
    await openSession()
  })
})

describe('offices', () => {
  test.each([
    ['an employer’s officer at a bureau', { role: 'employer_officer', organization: '阜阳市人社局' }, 'office_kind'],
    ['a county reviewer at the city’s bureau', { role: 'county_reviewer', organization: '阜阳市人社局' }, 'office_county'],
    ['an office nowhere', { organization: '没有' }, 'organization_unknown'],
  ] as const)('refused: %s', async (_, more, key) => {
    expect(await expected(grant(more))).toMatchObject({ fields: { organization: { key } } })
    expect(await versionOf()).toBe(1)
  })

  test.each(['city_reviewer', 'administrator', 'auditor'] as const)('a %s belongs to the city’s bureau', async (role) => {
    const county = await makeBureau('341203')
    const { name } = await db.organization.findUniqueOrThrow({ where: { id: county.organizationId ?? '' } })
    expect(await expected(grant({ role, organization: name }))).toMatchObject({ fields: { organization: { key: 'office_city' } } })
    await grant({ role, organization: '阜阳市人社局' })
  })

  test('the same one twice, and over what someone else changed', async () => {
    const version = await versionOf()
    await grant()
    expect(await expected(grant())).toMatchObject({ fields: { role: { key: 'office_held' } } })
    expect((await expected(grant({ version, role: 'leader', organization: '阜阳市人社局' }))).code).toBe('conflict')
    expect(await db.roleGrant.count({ where: { accountId: person.accountId } })).toBe(1)
  })

  test('two administrators at once: one wins, the other is told', async () => {
    const input = { account: person.accountId, version: 1, organization: '阜阳市人社局' }
    const answers = await Promise.allSettled(
      (['auditor', 'leader'] as const).map((role) => grantRole(administrator, { ...input, role }, on)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.roleGrant.count({ where: { accountId: person.accountId } })).toBe(1)
  })

  test('of somebody else’s account ends nothing', async () => {
    await grant()
    const other = await makePerson(unit)
    const { id } = await grantOf()
    expect((await expected(endRole(administrator, { account: other.accountId, version: 1, grant: id }, on))).code).toBe('not_found')
    expect((await grantOf()).endedAt).toBeNull()
  })

  test('nobody gives, ends, resets or closes their own', async () => {
    const own = { account: administrator.accountId ?? '', version: 1 }
    const acts = [
      () => grantRole(administrator, { ...own, role: 'city_reviewer', organization: '阜阳市人社局' }, on),
      () => endRole(administrator, { ...own, grant: administrator.grantId ?? '' }, on),
      () => resetPassword(administrator, own, on),
      () => setAccountActive(administrator, { ...own, standing: 'inactive' }, on),
    ]
    for (const act of acts) expect(await expected(act())).toMatchObject({ code: 'refused', refusals: [{ code: 'own_record' }] })
  })
})

describe('accounts of an office alone', () => {
  const enter = (more: Record<string, unknown> = {}) =>
    enterOfficeAccount(
      administrator,
      enterOfficeAccountInput.parse({ name: '周敏', loginName: `zhoumin${made}`, role: 'auditor', organization: '阜阳市人社局', ...more }),
      on,
    )

  test('sign in with the password that was said, as what they are', async () => {
    const { loginName, password } = await enter()
    token = await signIn({ login: loginName, password })
    const session = await readSession()
    expect(session).toMatchObject({ mustChange: true, actor: { role: 'auditor', personId: null } })
    const { rows } = await readOfficeAccounts(administrator, { q: loginName, after: null })
    expect(rows.map(({ displayName, grants }) => [displayName, grants.map(({ role }) => role)])).toEqual([['周敏', ['auditor']]])
  })

  test('a taken login name', async () => {
    expect(await expected(enter({ loginName: await loginOf() }))).toMatchObject({ fields: { loginName: { key: 'taken' } } })
  })

  test('a person’s account is none of them', async () => {
    expect((await expected(readOfficeAccount(administrator, person.accountId))).code).toBe('not_found')
  })
})

describe('signing in', () => {
  test('by ID number, however it is typed', async () => {
    const first = `99010119850505${String(made).padStart(3, '0')}`
    const idNumber = first + idNumberCheckCharacter(first)
    await db.person.update({
      where: { id: person.personId },
      data: { idNumberCipher: new Uint8Array(encryptPersonal(idNumber)), idNumberIndex: new Uint8Array(indexPersonal(idNumber)) },
    })
    expect((await signIn({ login: ` ${idNumber.slice(0, 6)} ${idNumber.slice(6).toLowerCase()}`, password: PASSWORD }))?.accountId).toBe(
      person.accountId,
    )
  })

  test('an unknown name and a wrong password are answered alike, and cost the same work', async () => {
    for (const login of [await loginOf(), `nobody${made}`]) {
      derivations.length = 0
      expect(await signIn({ login, password: 'wrong' })).toBeNull()
      expect(derivations, login).toEqual([65_536])
    }
  })

  test('slows down with each failure, known name or not, and never locks the right password out', async () => {
    const waits = vi.spyOn(globalThis, 'setTimeout')
    // Longer ones are the connection pool's own.
    const waited = () =>
      Math.max(...waits.mock.calls.map(([, milliseconds]) => milliseconds ?? 0).filter((milliseconds) => milliseconds <= 4000))
    for (const login of [await loginOf(), `stranger${made}`]) {
      for (let failure = 0; failure < 3; failure += 1) await consume(`sign-in:${login}`, 900)
      await signIn({ login, password: 'wrong' })
      waits.mockClear()
      await signIn({ login, password: 'wrong' })
      expect(waited(), login).toBeGreaterThanOrEqual(500)
    }
    expect(await signIn({ login: await loginOf(), password: PASSWORD })).not.toBeNull()
    waits.mockClear()
    await signIn({ login: await loginOf(), password: PASSWORD })
    expect(waited()).toBe(0)
    waits.mockRestore()
  })
})

test('auditors and reviewers are refused everywhere here', async () => {
  const reviewer = await makeBureau('341202')
  for (const actor of [auditor, reviewer]) {
    const acts = [
      () => grant({}, actor),
      () => endRole(actor, { account: person.accountId, version: 1, grant: person.accountId }, on),
      () => resetPassword(actor, { account: person.accountId, version: 1 }, on),
      () => setAccountActive(actor, { account: person.accountId, version: 1, standing: 'inactive' }, on),
      () => readOfficeAccounts(actor, { q: '', after: null }),
      () => readOfficeAccount(actor, person.accountId),
    ]
    for (const act of acts) expect((await expected(act())).code).toBe('forbidden')
  }
})
