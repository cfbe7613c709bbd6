import type { Actor, Role } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { confirmObjectionContact } from '@/lib/server/objection/confirm-objection-contact'
import { raiseObjection } from '@/lib/server/objection/raise-objection'
import { openBatch } from '@/lib/server/publicity/open-batch'
import { acceptRecords } from '@/lib/server/record/review/decide-records'
import { certifyYears } from '@/lib/server/year/certify-years'
import { requestYear } from '@/lib/server/year/request-year'
import { seedReference } from '@/prisma/seed/reference'
import { type MadePerson, makeBureau, makeEmployer, makeOfficer, makePerson, makeSubmitted, noon } from '@/tests/builders/city'
import { EXAM, makeHandedIn, makeRegistered } from '@/tests/builders/credited'

export const WHO = [
  'owner',
  'colleague',
  'officer',
  'officer of another unit',
  'county',
  'other county',
  'city',
  'authority',
  'provider',
  'leader',
  'administrator',
  'auditor',
  'visitor',
] as const
export type Who = (typeof WHO)[number]

/** Things of county A, each in a state from which the act in question would lead on, and everybody who might try. */
export interface Stage {
  actors: Readonly<Record<Who, Actor>>
  owner: MadePerson
  unit: string
  /** Handed in to the unit; accepted by it; in its open batch; stopped by an objection. */
  submitted: string
  accepted: string
  publicized: string
  objected: string
  batch: string
  objection: string
  /** A freelancer's, at the county: handed in; registered; the year requested; another's certified. */
  atBureau: string
  registered: string
  requested: string
  certified: string
  certificate: string
  evidence: string
  account: string
}

const on = (day: string) => ({ now: noon(day) })
const VISITOR: Actor = { accountId: null, personId: null, role: 'visitor', grantId: null, organizationId: null, regionCode: null }

async function officeOf(kind: 'authority' | 'provider' | 'bureau', role: Role): Promise<Actor> {
  const id = newId()
  await db.organization.create({
    data: { id, kind, name: `${role}的单位`, regionCode: '341200', unitLevel: 'municipal', createdAt: noon('2025-01-01') },
  })
  return makeOfficer({ id, regionCode: '341200' }, await makePerson(null, role), role as never)
}

export async function setStage(): Promise<Stage> {
  await seedReference(db)
  const [unit, other] = [await makeEmployer(), await makeEmployer()]
  const [owner, colleague] = [await makePerson(unit, '王丽萍'), await makePerson(unit, '同事')]
  const officer = await makeOfficer(unit, await makePerson(unit, '李明'))
  const county = await makeBureau('341202')
  const actors: Record<Who, Actor> = {
    owner: owner.actor,
    colleague: colleague.actor,
    officer,
    'officer of another unit': await makeOfficer(other, await makePerson(other, '何敏')),
    county,
    'other county': await makeBureau('341203'),
    city: await makeBureau('341200'),
    authority: await officeOf('authority', 'authority_reviewer'),
    provider: await officeOf('provider', 'provider_officer'),
    leader: await officeOf('bureau', 'leader'),
    administrator: await officeOf('bureau', 'administrator'),
    auditor: await officeOf('bureau', 'auditor'),
    visitor: VISITOR,
  }
  const inUnit: string[] = []
  for (const title of ['一', '二', '三', '四']) inUnit.push(await makeSubmitted(owner, unit, { title: `会议${title}` }))
  const [submitted = '', accepted = '', publicized = '', objected = ''] = inUnit
  await acceptRecords(officer, { record: [accepted, publicized, objected] }, on('2025-11-06'))
  const { id: batch } = await openBatch(officer, { record: [publicized, objected], contact: '人事科' }, on('2025-11-13'))
  const item = await db.publicityItem.findUniqueOrThrow({ where: { batchId_recordId: { batchId: batch, recordId: objected } } })
  const input = { item: item.id, reason: '当天值班', name: '知情人', contactKind: 'email' as const, contact: 'someone@example.com' }
  const { code } = await raiseObjection(VISITOR, input, on('2025-11-17'))
  await confirmObjectionContact(VISITOR, { code }, on('2025-11-17'))
  const objection = await db.objection.findFirstOrThrow({ where: { recordId: objected }, select: { id: true } })

  // the same person on their own: the county's, by territory
  const freelancers = [await makePerson(null, '孙晓梅'), await makePerson(null, '陈晨')]
  const [first, second] = freelancers as [MadePerson, MadePerson]
  const atBureau = await makeHandedIn(first, 'exam', { ...EXAM, details: { number: 'CPA-9' } })
  const registered = await makeRegistered(first, county, 'exam', EXAM)
  await makeRegistered(second, county, 'exam', EXAM)
  for (const person of [first, second]) await requestYear(person.actor, { year: 2025 }, on('2025-11-07'))
  const yearOf = async ({ personId }: MadePerson) =>
    (await db.year.findUniqueOrThrow({ where: { personId_year: { personId, year: 2025 } }, select: { id: true } })).id
  const certified = await yearOf(second)
  await certifyYears(county, { year: [certified], confirmed: [], reason: '' }, on('2025-11-10'))
  const certificate = await db.certificate.findFirstOrThrow({ where: { yearId: certified }, select: { id: true } })
  const evidence = await db.evidence.findFirstOrThrow({ where: { recordId: submitted }, select: { id: true } })
  return {
    ...{ actors, owner, unit: unit.id, submitted, accepted, publicized, objected, batch, objection: objection.id },
    ...{ atBureau, registered, requested: await yearOf(first), certified, certificate: certificate.id },
    ...{ evidence: evidence.id, account: owner.accountId },
  }
}
