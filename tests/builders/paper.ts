import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { addHistoricScan } from '@/lib/server/historic/add-historic-scan'
import { enterHistoricYear } from '@/lib/server/historic/enter-historic-year'
import { submitHistoricYear, verifyHistoricYear } from '@/lib/server/historic/move-historic'
import { inventedProof } from '@/prisma/seed/demo/proof'
import { type MadePerson, noon } from './city'

/** Entered with its scan; not handed in yet. */
export async function makePaper(person: MadePerson, year: number, total: number, professional: number, on = '2025-11-03'): Promise<string> {
  const { id } = await enterHistoricYear(person.actor, { year, total, professional }, { now: noon(on) })
  const bytes = inventedProof(`${person.personId} ${year}`)
  const added = await addHistoricScan(person.actor, { historicId: id, fileName: '登记表.pdf', bytes }, { now: noon(on) })
  if (!added.ok) throw new Error(added.problem)
  return id
}

export async function versionOf(historic: string): Promise<number> {
  return (await db.historicYear.findUniqueOrThrow({ where: { id: historic }, select: { version: true } })).version
}

/** Handed in: it waits for the bureau. */
export async function makePaperHandedIn(person: MadePerson, year: number, total: number, professional: number): Promise<string> {
  const historic = await makePaper(person, year, total, professional)
  await submitHistoricYear(person.actor, { historic, version: await versionOf(historic) }, { now: noon('2025-11-03') })
  return historic
}

/** Verified: it counts in the term. */
export async function makePaperVerified(
  person: MadePerson,
  reviewer: Actor,
  year: number,
  total: number,
  professional: number,
): Promise<string> {
  const historic = await makePaperHandedIn(person, year, total, professional)
  await verifyHistoricYear(reviewer, { historic, version: await versionOf(historic) }, { now: noon('2025-11-04') })
  return historic
}

/** A title held from until (null: still). */
export async function makeAppointment(person: MadePerson, from: string, until: string | null): Promise<string> {
  const id = newId()
  await db.appointment.create({
    data: {
      id,
      personId: person.personId,
      titleSeries: '工程技术',
      titleLevel: 'assistant',
      titleName: '助理工程师',
      fromOn: new Date(from),
      untilOn: until ? new Date(until) : null,
    },
  })
  return id
}
