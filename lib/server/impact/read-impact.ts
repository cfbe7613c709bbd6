import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { db } from '../database/db'
import { uuid } from '../database/ids'
import { forbidden } from '../input/errors'
import { pagesOf } from '../input/keyset'
import { cursorParam, enumParam, idParam, PAGE_ROWS, textParam } from '../input/search'
import { DIRECTIONS, type Direction } from './run-impact'

export interface ImpactGroupRow {
  key: string
  name: string | null
  nameEn: string | null
  counts: Record<Direction, number>
}

/** How many years change, by county and by employer; of the employers those of whose staff most lose or gain the year. */
export async function readImpactGroups(actor: Actor, jobId: string): Promise<{ regions: ImpactGroupRow[]; employers: ImpactGroupRow[] }> {
  if (!can(actor, 'rules_edit', {})) throw forbidden()
  const rows = await db.impactGroup.findMany({
    where: { jobId },
    select: { direction: true, regionCode: true, organizationId: true, people: true },
  })
  const regions = grouped(rows, ({ regionCode }) => regionCode)
  const employers = grouped(rows, ({ organizationId }) => organizationId ?? '').slice(0, PAGE_ROWS)
  const [regionNames, employerNames] = await Promise.all([
    db.region.findMany({ select: { code: true, name: true, nameEn: true } }),
    db.organization.findMany({
      where: { id: { in: employers.map(([id]) => id).filter(Boolean) } },
      select: { id: true, name: true, nameEn: true },
    }),
  ])
  const region = new Map(regionNames.map((each) => [each.code, each]))
  const employer = new Map(employerNames.map((each) => [each.id, each]))
  return {
    regions: regions.map(([key, counts]) => ({ key, counts, name: region.get(key)?.name ?? key, nameEn: region.get(key)?.nameEn ?? null })),
    employers: employers.map(([key, counts]) => ({
      key,
      counts,
      name: employer.get(key)?.name ?? null,
      nameEn: employer.get(key)?.nameEn ?? null,
    })),
  }
}

interface Counted {
  direction: Direction
  people: number
}

/** The heaviest first: those who lose the year before those who gain it. */
function grouped<Row extends Counted>(rows: readonly Row[], keyOf: (row: Row) => string): [string, Record<Direction, number>][] {
  const groups = new Map<string, Record<Direction, number>>()
  for (const row of rows) {
    const counts = groups.get(keyOf(row)) ?? { lost: 0, gained: 0, less: 0, more: 0, moved: 0 }
    counts[row.direction] += row.people
    groups.set(keyOf(row), counts)
  }
  const weight = (counts: Record<Direction, number>) => DIRECTIONS.map((direction) => counts[direction])
  return [...groups].sort(([, a], [, b]) => compare(weight(b), weight(a)))
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [place, value] of a.entries()) if (value !== b[place]) return value - (b[place] ?? 0)
  return 0
}

const place = z.tuple([z.enum(DIRECTIONS), uuid()])

export const impactSearch = {
  direction: enumParam(DIRECTIONS),
  region: textParam(),
  employer: idParam(),
  after: cursorParam(place),
}

export interface ImpactSearch {
  direction: Direction | null
  region: string
  employer: string | null
  after: z.infer<typeof place> | null
}

export interface ImpactRow {
  yearId: string
  year: number
  direction: Direction
  personId: string
  name: string
  employer: string | null
  before: { total: number; professional: number }
  after: { total: number; professional: number }
}

/** Each person's year before and after, those who lose it first; a page at a time. `last`: where the next begins, null at the end. */
export async function readImpactChanges(
  actor: Actor,
  jobId: string,
  search: ImpactSearch,
  most = PAGE_ROWS,
): Promise<{ rows: ImpactRow[]; last: ImpactSearch['after']; next: string | null }> {
  if (!can(actor, 'rules_edit', {})) throw forbidden()
  const pages = pagesOf(most)
  const found = await db.impactChange.findMany({
    where: {
      jobId,
      ...(search.direction ? { direction: search.direction } : {}),
      ...(search.region ? { regionCode: search.region } : {}),
      ...(search.employer ? { organizationId: search.employer } : {}),
      ...(search.after ? { AND: behind(search.after) } : {}),
    },
    orderBy: [{ direction: 'asc' }, { yearId: 'asc' }],
    take: pages.take,
  })
  const { rows: shown, next } = pages.cut(found, ({ direction, yearId }) => [direction, yearId])
  const [people, employers] = await Promise.all([
    db.person.findMany({ where: { id: { in: shown.map(({ personId }) => personId) } }, select: { id: true, name: true } }),
    db.organization.findMany({
      where: { id: { in: shown.flatMap(({ organizationId }) => organizationId ?? []) } },
      select: { id: true, name: true },
    }),
  ])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const units = new Map(employers.map(({ id, name }) => [id, name]))
  const bottom = shown.at(-1)
  const last: ImpactSearch['after'] = next !== null && bottom ? [bottom.direction, bottom.yearId] : null
  return {
    rows: shown.map((row) => ({
      yearId: row.yearId,
      year: row.year,
      direction: row.direction,
      personId: row.personId,
      name: names.get(row.personId) ?? '',
      employer: row.organizationId ? (units.get(row.organizationId) ?? null) : null,
      before: { total: Number(row.totalBefore), professional: Number(row.professionalBefore) },
      after: { total: Number(row.totalAfter), professional: Number(row.professionalAfter) },
    })),
    last,
    next,
  }
}

/** In the order of the enum, which is that of DIRECTIONS. */
function behind([direction, yearId]: z.infer<typeof place>) {
  const later = DIRECTIONS.slice(DIRECTIONS.indexOf(direction) + 1)
  return [{ OR: [{ direction: { in: later } }, { direction, yearId: { gt: yearId } }] }]
}
