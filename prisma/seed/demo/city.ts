import type { Actor, Role } from '@/lib/access/types'
import { maskIdNumber } from '@/lib/numbers/id-number'
import { newId } from '@/lib/server/database/ids'
import { hashPassword } from '@/lib/server/security/password'
import { encryptPersonal, indexPersonal } from '@/lib/server/security/personal-number'
import type { Prisma, PrismaClient } from '@/prisma/generated/client/client'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, type DemoAccount } from './accounts'
import { inventedName } from './names'
import { inventedIdNumber, inventedPhone, inventedUscc } from './numbers'
import { AUTHORITIES, BUREAUS, type DemoOrganization, EMPLOYERS, FREELANCERS, PROVIDERS } from './organizations'
import { type Random, seededRandom } from './random'
import { titleFor } from './titles'

export interface DemoPerson {
  id: string
  accountId: string
  name: string
  /** Key of the employer; null: freelance. */
  employer: string | null
  regionCode: string
  login: string
  actor: Actor
}

export interface DemoCity {
  organizations: ReadonlyMap<string, { id: string; row: DemoOrganization }>
  people: readonly DemoPerson[]
  /** Accounts by login, each in its role of the demonstration. */
  actors: ReadonlyMap<string, Actor>
  /** The officers of each employer that has any, by its key. */
  officers: ReadonlyMap<string, readonly Actor[]>
  random: Random
}

const SINCE = '2019-07-01'

/** Creates organisations, 400 people with employments, appointments and accounts, and the officers' roles, but no records. */
export async function seedCity(db: PrismaClient, now: Date): Promise<DemoCity> {
  const random = seededRandom(20250718)
  const organizations = await seedOrganizations(db, now)
  const hash = await hashPassword(DEMO_PASSWORD)
  const rows: Rows = { people: [], accounts: [], employments: [], appointments: [], applications: [], grants: [] }
  const actors = new Map<string, Actor>()
  const officers = new Map<string, Actor[]>()
  const people: DemoPerson[] = []

  function enter(name: string, login: string, employer: DemoOrganization | null, regionCode: string): DemoPerson {
    const person = personRows(rows, { name, login, employer, regionCode, index: people.length, organizations, random, hash, now })
    people.push(person)
    return person
  }
  function office(account: { accountId: string; personId: string | null }, role: Role, key: string): Actor {
    const organization = organizations.get(key)
    if (!organization) throw new RangeError(`no organisation ${key}`)
    const grantId = newId()
    rows.grants.push({ id: grantId, accountId: account.accountId, role, organizationId: organization.id, grantedAt: now })
    const actor = { ...account, role, grantId, organizationId: organization.id, regionCode: organization.row.regionCode }
    if (role === 'employer_officer') officers.set(key, [...(officers.get(key) ?? []), actor])
    return actor
  }

  for (const account of DEMO_ACCOUNTS) actors.set(account.login, named(account))
  for (const employer of EMPLOYERS) {
    const here = people.filter((person) => person.employer === employer.key).length
    for (let count = here; count < (employer.staff ?? 0); count += 1) {
      const index = people.length
      const person = enter(inventedName(random, index), `person${String(index).padStart(3, '0')}`, employer, employer.regionCode)
      if (employer.officer && !officers.has(employer.key)) {
        actors.set(person.login, office({ accountId: person.accountId, personId: person.id }, 'employer_officer', employer.key))
      }
    }
  }
  const counties = BUREAUS.filter((row) => row.unitLevel === 'county')
  for (let count = people.filter((person) => person.employer === null).length; count < FREELANCERS; count += 1) {
    const index = people.length
    enter(inventedName(random, index), `person${String(index).padStart(3, '0')}`, null, random.pick(counties).regionCode)
  }
  for (const county of counties) {
    if (DEMO_ACCOUNTS.some((account) => account.organization === county.key)) continue
    const login = county.key.replace('bureau-', 'reviewer-')
    actors.set(login, named({ login, name: county.name.slice(0, 2), role: 'county_reviewer', organization: county.key, shown: false }))
  }
  await insert(db, rows)
  return { organizations, people, actors, officers, random }

  /** Creates a person with the account where it has an employment, else only an account with its role. */
  function named(account: DemoAccount): Actor {
    const { login, name, role, organization, employment } = account
    if (!employment) {
      const accountId = newId()
      rows.accounts.push({ id: accountId, loginName: login, displayName: name, passwordHash: hash, createdAt: now })
      return office({ accountId, personId: null }, role, organization ?? '')
    }
    const employer = EMPLOYERS.find((row) => row.key === organization) ?? null
    const person = enter(name, login, employer, employer?.regionCode ?? '341202')
    return role === 'practitioner' ? person.actor : office({ accountId: person.accountId, personId: person.id }, role, organization ?? '')
  }
}

interface Rows {
  people: Prisma.PersonCreateManyInput[]
  accounts: Prisma.AccountCreateManyInput[]
  employments: Prisma.EmploymentCreateManyInput[]
  appointments: Prisma.AppointmentCreateManyInput[]
  applications: Prisma.TitleApplicationCreateManyInput[]
  grants: Prisma.RoleGrantCreateManyInput[]
}

interface NewPerson {
  name: string
  login: string
  employer: DemoOrganization | null
  regionCode: string
  index: number
  organizations: DemoCity['organizations']
  random: Random
  hash: string
  now: Date
}

function personRows(rows: Rows, { name, login, employer, regionCode, index, organizations, random, hash, now }: NewPerson): DemoPerson {
  const [id, accountId] = [newId(), newId()]
  const year = random.whole(1968, 1999)
  const birthday = `${year}-${String(random.whole(1, 12)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`
  const idNumber = inventedIdNumber(birthday, index)
  const phone = inventedPhone(index)
  rows.people.push({
    id,
    name,
    idNumberCipher: new Uint8Array(encryptPersonal(idNumber)),
    idNumberIndex: new Uint8Array(indexPersonal(idNumber)),
    idNumberMask: maskIdNumber(idNumber),
    phoneCipher: new Uint8Array(encryptPersonal(phone)),
    phoneIndex: new Uint8Array(indexPersonal(phone)),
    phoneMask: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
    // For staff of municipal units the county has no effect: the city's bureau is competent.
    regionCode,
    createdAt: now,
    ...(index % 97 === 11 ? { transferredInOn: new Date('2025-03-10'), transferredFrom: '江苏省' } : {}),
  })
  rows.accounts.push({ id: accountId, loginName: login, displayName: name, personId: id, passwordHash: hash, createdAt: now })
  rows.employments.push({
    id: newId(),
    personId: id,
    kind: employer?.employerKind ?? 'freelance',
    organizationId: employer ? (organizations.get(employer.key)?.id ?? null) : null,
    regionCode,
    department: employer ? random.pick(DEPARTMENTS) : null,
    fromOn: new Date(SINCE),
  })
  const title = titleFor(employer, random, 2025 - year)
  rows.appointments.push({ id: newId(), personId: id, ...title.appointment, fromOn: new Date(`${random.whole(2019, 2023)}-07-01`) })
  if (title.application) rows.applications.push({ id: newId(), personId: id, year: 2025, ...title.application })
  const actor: Actor = { accountId, personId: id, role: 'practitioner', grantId: null, organizationId: null, regionCode: null }
  return { id, accountId, name, employer: employer?.key ?? null, regionCode, login, actor }
}

const DEPARTMENTS = ['业务一科', '业务二科', '综合科', '技术部', '质量科', '教研室'] as const

async function seedOrganizations(db: PrismaClient, now: Date): Promise<DemoCity['organizations']> {
  const all = [...BUREAUS, ...AUTHORITIES, ...PROVIDERS, ...EMPLOYERS]
  const organizations = new Map(all.map((row) => [row.key, { id: newId(), row }]))
  await db.organization.createMany({
    data: all.map((row, index) => ({
      id: organizations.get(row.key)?.id ?? '',
      kind: row.kind,
      name: row.name,
      nameEn: row.nameEn,
      uscc: inventedUscc(index),
      regionCode: row.regionCode,
      unitLevel: row.unitLevel,
      employerKind: row.employerKind ?? null,
      authorityId: row.authority ? (organizations.get(row.authority)?.id ?? null) : null,
      field: row.field ?? null,
      contact: '人事科',
      phone: '0558-0000000',
      publicityDays: row.publicityDays ?? null,
      publicityInPublic: row.publicityInPublic ?? true,
      createdAt: now,
    })),
  })
  return organizations
}

async function insert(db: PrismaClient, rows: Rows): Promise<void> {
  await db.person.createMany({ data: rows.people })
  await db.account.createMany({ data: rows.accounts })
  await db.employment.createMany({ data: rows.employments })
  await db.appointment.createMany({ data: rows.appointments })
  await db.titleApplication.createMany({ data: rows.applications })
  await db.roleGrant.createMany({ data: rows.grants })
}
