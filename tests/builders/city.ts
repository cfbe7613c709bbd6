import type { Actor, EmploymentKind, UnitLevel } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { db } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { encryptPersonal, indexPersonal } from '@/lib/server/security/personal-number'
import { commitDirectly } from './commit'

let made = 0
const date = (text: string) => new Date(`${text}T00:00:00Z`)

/** Shanghai noon of a day: the instant that tests act at. */
export function noon(day: string): Date {
  return new Date(`${day}T04:00:00Z`)
}

/** A county-level public institution unless said otherwise. */
export async function makeEmployer(
  more: {
    regionCode?: string
    unitLevel?: UnitLevel
    employerKind?: EmploymentKind
    publicityDays?: number
    publicityInPublic?: boolean
    name?: string
  } = {},
): Promise<{ id: string; regionCode: string; unitLevel: UnitLevel }> {
  made += 1
  const row = {
    id: newId(),
    kind: 'employer' as const,
    name: `单位${made}`,
    regionCode: '341202',
    unitLevel: 'county' as const,
    employerKind: 'public_institution' as const,
    createdAt: noon('2025-01-01'),
    ...more,
  }
  await db.organization.create({ data: row })
  return { id: row.id, regionCode: row.regionCode, unitLevel: row.unitLevel }
}

export interface MadePerson {
  personId: string
  accountId: string
  actor: Actor
}

/** A person with an account, employed at the unit (or freelance in 341202). */
export async function makePerson(unit: { id: string; regionCode: string } | null, name = '王丽萍'): Promise<MadePerson> {
  made += 1
  const [personId, accountId] = [newId(), newId()]
  const number = `11010119900101${String(made).padStart(4, '0')}`
  await db.person.create({
    data: {
      id: personId,
      name,
      idNumberCipher: new Uint8Array(encryptPersonal(number)),
      idNumberIndex: new Uint8Array(indexPersonal(number)),
      idNumberMask: `1101**********${number.slice(-4)}`,
      regionCode: unit?.regionCode ?? '341202',
      createdAt: noon('2025-01-01'),
      account: {
        create: { id: accountId, loginName: `person${made}`, displayName: name, passwordHash: '-', createdAt: noon('2025-01-01') },
      },
      employments: {
        create: {
          id: newId(),
          kind: unit ? 'public_institution' : 'freelance',
          organizationId: unit?.id ?? null,
          regionCode: unit?.regionCode ?? '341202',
          department: '内科',
          fromOn: date('2020-01-01'),
        },
      },
    },
  })
  const actor: Actor = { accountId, personId, role: 'practitioner', grantId: null, organizationId: null, regionCode: null }
  return { personId, accountId, actor }
}

/** Gives a person an office of the organisation and answers them acting in it. */
export async function makeOfficer(
  organization: { id: string; regionCode: string },
  person: MadePerson,
  role: 'employer_officer' | 'provider_officer' | 'county_reviewer' | 'city_reviewer' | 'administrator' | 'auditor' = 'employer_officer',
): Promise<Actor> {
  const grantId = newId()
  await db.roleGrant.create({
    data: { id: grantId, accountId: person.accountId, role, organizationId: organization.id, grantedAt: noon('2025-01-01') },
  })
  return { ...person.actor, role, grantId, organizationId: organization.id, regionCode: organization.regionCode }
}

/** A bureau and its reviewer. */
export async function makeBureau(regionCode: string): Promise<Actor> {
  made += 1
  const id = newId()
  const city = regionCode.endsWith('00')
  await db.organization.create({
    data: {
      id,
      kind: 'bureau',
      name: `人社局${made}`,
      regionCode,
      unitLevel: city ? 'municipal' : 'county',
      createdAt: noon('2025-01-01'),
    },
  })
  const person = await makePerson({ id, regionCode }, '周敏')
  return makeOfficer({ id, regionCode }, person, city ? 'city_reviewer' : 'county_reviewer')
}

/** A professional conference record (10 hours), handed in to the person's employer on the day. */
export async function makeSubmitted(
  person: MadePerson,
  unit: { id: string; regionCode: string; unitLevel: UnitLevel },
  { on = '2025-11-05' as PlainDate | string, title = '院内急救学术会议', by = null as Actor | null } = {},
): Promise<string> {
  const id = newId()
  const now = noon(on)
  const row = {
    person_id: person.personId,
    year: 2025,
    category: 'conference' as const,
    option: 'national',
    subject: 'professional' as const,
    title,
    assessment: '合格',
    organizer: '省医学会',
    place: '合肥',
    started_on: '2025-10-11',
    completed_on: '2025-10-12',
    details: { presented: false },
    identifiers: [],
    appeals_used: 0,
    hours: 10,
    created_by: by?.accountId ?? person.accountId,
    created_role: by?.role ?? ('practitioner' as const),
  }
  const placed = { path: 'employer' as const, organization_id: unit.id, region_code: unit.regionCode, unit_level: unit.unitLevel }
  await commitDirectly(
    by ?? person.actor,
    [
      { machine: 'record', id, from: null, event: 'create', to: 'draft', row },
      {
        machine: 'record',
        id,
        from: 'draft',
        version: 1,
        event: 'submit',
        to: 'submitted',
        set: { ...placed, waiting_since: now, first_submitted_at: now },
      },
    ],
    now,
  )
  await db.evidence.create({
    data: {
      id: newId(),
      personId: person.personId,
      recordId: id,
      storageKey: newId(),
      fileName: '证明.pdf',
      mediaType: 'application/pdf',
      bytes: 1000,
      sha256: new Uint8Array(32),
      uploadedBy: person.accountId,
      uploadedAt: now,
    },
  })
  return id
}

/** The city's bureau with an administrator and an auditor. */
export async function makeAdministration(): Promise<{ administrator: Actor; auditor: Actor; bureauId: string }> {
  const id = newId()
  await db.organization.create({
    data: { id, kind: 'bureau', name: '阜阳市人社局', regionCode: '341200', unitLevel: 'municipal', createdAt: noon('2025-01-01') },
  })
  const bureau = { id, regionCode: '341200' }
  const administrator = await makeOfficer(bureau, await makePerson(bureau, '许安'), 'administrator')
  const auditor = await makeOfficer(bureau, await makePerson(bureau, '孟岚'), 'auditor')
  return { administrator, auditor, bureauId: id }
}
