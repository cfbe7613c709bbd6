import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { confirmBatch } from '@/lib/server/publicity/confirm-batch'
import { openBatch } from '@/lib/server/publicity/open-batch'
import { withdrawRecord } from '@/lib/server/record/act-on-own-record'
import { acceptRecords, rejectRecords, returnRecords, verifyRecords } from '@/lib/server/record/review/decide-records'
import { recordStatesIn } from '@/lib/workflow/state-groups'
import type { DemoCity, DemoPerson } from './city'
import type { Fate } from './stories'
import { actor } from './trainings'

export interface Entered {
  id: string
  person: DemoPerson
  fate: Fate
}

const CONTACT = '人事科 0558-0000000'
const AT_ONCE = 200

/** The reviewers of each region, by their accounts. */
function reviewersOf(city: DemoCity): ReadonlyMap<string, Actor> {
  const reviewers = new Map<string, Actor>()
  for (const candidate of city.actors.values()) {
    const reviews = candidate.role === 'county_reviewer' || candidate.role === 'city_reviewer'
    if (reviews && candidate.regionCode && !reviewers.has(candidate.regionCode)) reviewers.set(candidate.regionCode, candidate)
  }
  return reviewers
}

interface Placed extends Entered {
  path: 'employer' | 'bureau' | null
  organizationKey: string | null
  regionCode: string | null
}

async function placesOf(city: DemoCity, entered: readonly Entered[]): Promise<Placed[]> {
  const keys = new Map([...city.organizations].map(([key, { id }]) => [id, key]))
  const rows = await db.hourRecord.findMany({
    where: { id: { in: entered.map((one) => one.id) }, state: { in: recordStatesIn('review') } },
    select: { id: true, path: true, organizationId: true, regionCode: true },
  })
  const places = new Map(rows.map((row) => [row.id, row]))
  return entered.flatMap((one) => {
    const place = places.get(one.id)
    if (!place) return []
    return [
      {
        ...one,
        path: place.path,
        organizationKey: place.organizationId ? (keys.get(place.organizationId) ?? null) : null,
        regionCode: place.regionCode,
      },
    ]
  })
}

export interface Days {
  reviewed: Date
  opened: Date
  confirmed: Date
}

/** Takes what was handed in as far as each record's fate says: both paths, through the officers and the bureaus. Answers open batches by employer. */
export async function walk(city: DemoCity, entered: readonly Entered[], days: Days): Promise<void> {
  const reviewers = reviewersOf(city)
  const placed = await placesOf(city, entered)
  for (const one of placed.filter(({ fate }) => fate === 'withdrawn'))
    await withdrawRecord(one.person.actor, { id: one.id }, { now: days.reviewed })
  for (const [key, mine] of Map.groupBy(
    placed.filter(({ path, fate }) => path === 'employer' && fate !== 'withdrawn'),
    (one) => one.organizationKey,
  )) {
    const officers = city.officers.get(key ?? '') ?? []
    for (const officer of officers) {
      const share = mine.filter((one) => officerFor(one, officers) === officer)
      if (share.length > 0) await walkEmployer(officer, share, days)
    }
  }
  for (const [region, mine] of Map.groupBy(
    placed.filter(({ path, fate }) => path === 'bureau' && fate !== 'withdrawn'),
    (one) => one.regionCode,
  )) {
    const reviewer = reviewers.get(region ?? '') ?? actor(city, 'xuwei')
    await walkBureau(reviewer, mine, days)
  }
}

/** Nobody decides on their own: the first officer who is not the person. */
function officerFor(one: Placed, officers: readonly Actor[]): Actor | undefined {
  return officers.find((officer) => officer.personId !== one.person.id)
}

async function walkEmployer(officer: Actor, mine: readonly Placed[], { reviewed, opened, confirmed }: Days): Promise<void> {
  const of = (...fates: Fate[]) => mine.filter(({ fate }) => fates.includes(fate)).map(({ id }) => id)
  await decideAway(officer, of('returned'), of('rejected'), reviewed)
  for (const record of chunks(of('registered', 'accepted', 'publicized'))) await acceptRecords(officer, { record }, { now: reviewed })
  const toConfirm = of('registered')
  const toShow = of('publicized')
  for (const record of chunks(toConfirm)) {
    const { id } = await openBatch(officer, { record, contact: CONTACT }, { now: opened })
    await confirmBatch(officer, { batch: id }, { now: confirmed })
  }
  for (const record of chunks(toShow)) await openBatch(officer, { record, contact: CONTACT }, { now: confirmed })
}

async function walkBureau(reviewer: Actor, mine: readonly Placed[], { reviewed }: Days): Promise<void> {
  const of = (...fates: Fate[]) => mine.filter(({ fate }) => fates.includes(fate)).map(({ id }) => id)
  await decideAway(reviewer, of('returned'), of('rejected'), reviewed)
  for (const record of chunks(of('registered'))) await verifyRecords(reviewer, { record }, { now: reviewed })
}

async function decideAway(reviewer: Actor, back: readonly string[], no: readonly string[], now: Date): Promise<void> {
  for (const record of chunks(back)) await returnRecords(reviewer, { record, reason: '请补充考核结果的证明材料。' }, { now })
  for (const record of chunks(no)) await rejectRecords(reviewer, { record, reason: '证明材料与所填内容不一致。' }, { now })
}

function chunks(list: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, index) => list.slice(index * AT_ONCE, (index + 1) * AT_ONCE))
}
