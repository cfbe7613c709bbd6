import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { disownRecord, withdrawRecord } from '@/lib/server/record/act-on-own-record'
import { acceptRecords } from '@/lib/server/record/review/decide-records'
import { seedReference } from '@/prisma/seed/reference'
import { type MadePerson, makeBureau, makeEmployer, makeOfficer, makePerson, noon } from '@/tests/builders/city'
import { type HandedIn, makeManySubmitted } from '@/tests/builders/many'
import type { Act } from './contest'

export const on = (day: string) => ({ now: noon(day) })
export const VISITOR: Actor = { accountId: null, personId: null, role: 'visitor', grantId: null, organizationId: null, regionCode: null }
export const TEXT = { reason: '材料不全', finding: '经核对，属实' }

/** Who meets in the tests of conflicts: a unit with two officers and staff, people who work for nobody, two reviewers of a county, two of the city. */
export interface Cast {
  unit: Awaited<ReturnType<typeof makeEmployer>>
  staff: MadePerson[]
  free: MadePerson[]
  officers: readonly [Actor, Actor]
  counties: readonly [Actor, Actor]
  cities: readonly [Actor, Actor]
}

let met: Cast | undefined

export function cast(): Cast {
  if (!met) throw new Error('they have not met yet')
  return met
}

/** Before all. */
export async function meet(): Promise<void> {
  await seedReference(db)
  const unit = await makeEmployer()
  met = {
    unit,
    staff: await Promise.all(Array.from({ length: 20 }, (_, index) => makePerson(unit, `职工${index}`))),
    free: await Promise.all(Array.from({ length: 20 }, (_, index) => makePerson(null, `自由人${index}`))),
    officers: [await makeOfficer(unit, await makePerson(unit, '李明')), await makeOfficer(unit, await makePerson(unit, '周芳'))],
    counties: [await makeBureau('341202'), await secondOf('341202', 'county_reviewer', '吴婷')],
    cities: [await makeBureau('341200'), await secondOf('341200', 'city_reviewer', '唐宁')],
  }
}

async function secondOf(regionCode: string, role: 'county_reviewer' | 'city_reviewer', name: string): Promise<Actor> {
  const bureau = await db.organization.findFirstOrThrow({ where: { kind: 'bureau', regionCode }, select: { id: true } })
  return makeOfficer({ id: bureau.id, regionCode }, await makePerson({ id: bureau.id, regionCode }, name), role)
}

export const byThemself = ({ person }: HandedIn): readonly [Actor, Actor] => [person.actor, person.actor]
export const byOfficers = () => cast().officers
export const byCounty = () => cast().counties

export async function versionOf(id: string): Promise<number> {
  return (await db.hourRecord.findUniqueOrThrow({ where: { id }, select: { version: true } })).version
}

export const withdraw: Act<HandedIn> = {
  name: 'withdraw',
  events: ['withdraw'],
  actors: byThemself,
  run: (actor, { id }) => withdrawRecord(actor, { id }, on('2025-11-06')),
}

/** Entered by the first officer for the people, so that these may say "not mine"; accepted by the second. */
export async function accepted(count: number): Promise<HandedIn[]> {
  const made = await makeManySubmitted(count, cast().staff, cast().unit, { by: cast().officers[0] })
  await acceptRecords(cast().officers[1], { record: made.map(({ id }) => id) }, on('2025-11-06'))
  return made
}

export const disown: Act<HandedIn> = {
  name: 'disown',
  events: ['disown'],
  actors: byThemself,
  run: (actor, { id }) => disownRecord(actor, { id }, on('2025-11-21')),
}
