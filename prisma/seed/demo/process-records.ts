import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { confirmBatch } from '@/lib/server/publicity/confirm-batch'
import { openBatch } from '@/lib/server/publicity/open-batch'
import { withdrawRecord } from '@/lib/server/record/act-on-own-record'
import { acceptRecords, rejectRecords, returnRecords, verifyRecords } from '@/lib/server/record/review/decide-records'
import { recordStatesIn } from '@/lib/workflow/state-groups'
import type { DemoCity, DemoPerson } from './city'
import { actor } from './trainings'
import type { TargetState } from './year-profiles'

export interface EnteredRecord {
  id: string
  person: DemoPerson
  targetState: TargetState
}

const CONTACT = '人事科 0558-0000000'
const BATCH_SIZE = 200

/** A reviewer for each region. */
function reviewersOf(city: DemoCity): ReadonlyMap<string, Actor> {
  const reviewers = new Map<string, Actor>()
  for (const candidate of city.actors.values()) {
    const reviews = candidate.role === 'county_reviewer' || candidate.role === 'city_reviewer'
    if (reviews && candidate.regionCode && !reviewers.has(candidate.regionCode)) reviewers.set(candidate.regionCode, candidate)
  }
  return reviewers
}

interface RoutedRecord extends EnteredRecord {
  path: 'employer' | 'bureau' | null
  organizationKey: string | null
  regionCode: string | null
}

async function routedRecords(city: DemoCity, entered: readonly EnteredRecord[]): Promise<RoutedRecord[]> {
  const keys = new Map([...city.organizations].map(([key, { id }]) => [id, key]))
  const rows = await db.hourRecord.findMany({
    where: { id: { in: entered.map((one) => one.id) }, state: { in: recordStatesIn('review') } },
    select: { id: true, path: true, organizationId: true, regionCode: true },
  })
  const routes = new Map(rows.map((row) => [row.id, row]))
  return entered.flatMap((one) => {
    const route = routes.get(one.id)
    if (!route) return []
    return [
      {
        ...one,
        path: route.path,
        organizationKey: route.organizationId ? (keys.get(route.organizationId) ?? null) : null,
        regionCode: route.regionCode,
      },
    ]
  })
}

export interface ProcessingDays {
  reviewed: Date
  opened: Date
  confirmed: Date
}

/** Processes submitted records up to their target state, on both paths, by the decisions of officers and reviewers. */
export async function processRecords(city: DemoCity, entered: readonly EnteredRecord[], days: ProcessingDays): Promise<void> {
  const reviewers = reviewersOf(city)
  const routed = await routedRecords(city, entered)
  for (const one of routed.filter(({ targetState }) => targetState === 'withdrawn'))
    await withdrawRecord(one.person.actor, { id: one.id }, { now: days.reviewed })
  for (const [key, records] of Map.groupBy(
    routed.filter(({ path, targetState }) => path === 'employer' && targetState !== 'withdrawn'),
    (one) => one.organizationKey,
  )) {
    const officers = city.officers.get(key ?? '') ?? []
    for (const officer of officers) {
      const share = records.filter((one) => officerFor(one, officers) === officer)
      if (share.length > 0) await processAsEmployer(officer, share, days)
    }
  }
  for (const [region, records] of Map.groupBy(
    routed.filter(({ path, targetState }) => path === 'bureau' && targetState !== 'withdrawn'),
    (one) => one.regionCode,
  )) {
    const reviewer = reviewers.get(region ?? '') ?? actor(city, 'xuwei')
    await processAsBureau(reviewer, records, days)
  }
}

/** The first officer who is not the person, since nobody decides on their own record. */
function officerFor(one: RoutedRecord, officers: readonly Actor[]): Actor | undefined {
  return officers.find((officer) => officer.personId !== one.person.id)
}

async function processAsEmployer(
  officer: Actor,
  records: readonly RoutedRecord[],
  { reviewed, opened, confirmed }: ProcessingDays,
): Promise<void> {
  const idsWith = (...targetStates: TargetState[]) =>
    records.filter(({ targetState }) => targetStates.includes(targetState)).map(({ id }) => id)
  await returnAndReject(officer, idsWith('returned'), idsWith('rejected'), reviewed)
  for (const record of chunks(idsWith('registered', 'accepted', 'publicized'))) await acceptRecords(officer, { record }, { now: reviewed })
  const toConfirm = idsWith('registered')
  const toShow = idsWith('publicized')
  for (const record of chunks(toConfirm)) {
    const { id } = await openBatch(officer, { record, contact: CONTACT }, { now: opened })
    await confirmBatch(officer, { batch: id }, { now: confirmed })
  }
  for (const record of chunks(toShow)) await openBatch(officer, { record, contact: CONTACT }, { now: confirmed })
}

async function processAsBureau(reviewer: Actor, records: readonly RoutedRecord[], { reviewed }: ProcessingDays): Promise<void> {
  const idsWith = (...targetStates: TargetState[]) =>
    records.filter(({ targetState }) => targetStates.includes(targetState)).map(({ id }) => id)
  await returnAndReject(reviewer, idsWith('returned'), idsWith('rejected'), reviewed)
  for (const record of chunks(idsWith('registered'))) await verifyRecords(reviewer, { record }, { now: reviewed })
}

async function returnAndReject(reviewer: Actor, toReturn: readonly string[], toReject: readonly string[], now: Date): Promise<void> {
  for (const record of chunks(toReturn)) await returnRecords(reviewer, { record, reason: '请补充考核结果的证明材料。' }, { now })
  for (const record of chunks(toReject)) await rejectRecords(reviewer, { record, reason: '证明材料与所填内容不一致。' }, { now })
}

function chunks(list: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(list.length / BATCH_SIZE) }, (_, index) => list.slice(index * BATCH_SIZE, (index + 1) * BATCH_SIZE))
}
