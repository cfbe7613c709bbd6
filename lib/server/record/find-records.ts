import 'server-only'
import { expressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { z } from 'zod'
import { accessScopeOf } from '@/lib/access/scope'
import type { Actor, UnitLevel } from '@/lib/access/types'
import { CATEGORIES, type Category } from '@/lib/rules/types'
import { isInGroup } from '@/lib/workflow/state-groups'
import { type RecordState, STATES } from '@/lib/workflow/states'
import { anyOf, type Builder, float } from '../database/statement'
import type { Tables } from '../database/tables'
import { employersNamed } from '../find/employers-named'
import { officeReach, PLACES } from '../find/office-scope'
import { peopleNamed } from '../find/people-named'
import { findCursor, isNamed, pageRows, readPage } from '../find/scan'
import { encodeCursor, enumParam, escapeLike, textParam } from '../input/search'

/** Every state of what was handed in. */
export const FOUND_STATES = STATES.record.filter((state) => !isInGroup('record', state, 'draft')) as [RecordState, ...RecordState[]]

export const findRecordsSearch = {
  q: textParam(),
  title: textParam(),
  state: enumParam(FOUND_STATES),
  category: enumParam(CATEGORIES),
  year: z.coerce.number().int().min(2000).max(2999).nullable().catch(null),
  employer: textParam(),
  region: enumParam(PLACES),
  after: findCursor,
}
export type FindRecords = z.infer<z.ZodObject<typeof findRecordsSearch>>

export interface FoundRecord {
  id: string
  year: number
  personName: string
  /** Null: freelance. */
  employer: string | null
  title: string
  category: Category
  hours: number
  state: RecordState
  handedInAt: string
}

export interface FoundRecords {
  rows: FoundRecord[]
  next: string | null
  /** Another bureau's records: to read only. */
  readOnly: boolean
  /** More employers are called so than are gone through. */
  tooManyEmployers: boolean
}

/**
 * What was handed in, in any state: an employer's officer finds the unit's, a bureau's officer the office's. The latest year first, in it
 * what was handed in last. Two or three round trips, whatever is asked, each along an index.
 */
export async function findRecords(actor: Actor, search: FindRecords): Promise<FoundRecords> {
  const unit = accessScopeOf(actor, 'record_see')
  if (unit.kind === 'organization') return read(search, { organizations: [unit.organizationId], within: null, readOnly: false })
  const { offices, readOnly } = officeReach(actor, 'record_see', search.region)
  const regions = [...new Set(offices.map(({ region }) => region))]
  const employers = search.employer ? await employersNamed(search.employer, regions) : null
  const found = await read(search, { organizations: employers?.ids ?? null, within: offices, readOnly })
  return { ...found, tooManyEmployers: employers?.tooMany ?? false }
}

interface Where {
  /** Only these employers'. */
  organizations: readonly string[] | null
  /** Only what belongs to these offices; null: the employers say it already. */
  within: ReturnType<typeof officeReach>['offices'] | null
  readOnly: boolean
}

async function read(search: FindRecords, { organizations, within, readOnly }: Where): Promise<FoundRecords> {
  const people = search.q ? await peopleNamed(search.q) : []
  const none: FoundRecords = { rows: [], next: null, readOnly, tooManyEmployers: false }
  if (organizations?.length === 0 || (search.q && people?.length === 0)) return none
  const page = await readPage(scanOf(search, { organizations, within, people: search.q ? people : [] }), search.after)
  return {
    ...none,
    rows: page.rows.map(({ at, ...row }) => ({ ...row, handedInAt: new Date(at).toISOString() })),
    next: page.next ? encodeCursor(page.next) : null,
  }
}

interface Narrowed {
  organizations: readonly string[] | null
  within: Where['within']
  /** People of the name looked for; null: too many, compared row by row; empty: no name is looked for. */
  people: readonly string[] | null
}

/** Records as `t`, and what the branches of the list run over. */
interface Named {
  t: Tables['hour_record']
  unit: { id: string }
  office: { region: string; level: UnitLevel }
  one: { state: RecordState }
}

const on = expressionBuilder<Named, keyof Named>()
/** As the index of an office's records holds it. */
const LEVEL = on.fn.coalesce('t.unit_level', sql<UnitLevel>`'county'::unit_level`)

/** People of a rare name by their records, an employer's along its index, all others by office and state. */
function scanOf(search: FindRecords, { organizations, within, people }: Narrowed) {
  const states = search.state ? [search.state] : FOUND_STATES
  const handedIn = [on('t.first_submitted_at', 'is not', null), ...(search.year === null ? [] : [on('t.year', '=', search.year)])]
  const further = [
    ...(search.category ? [on('t.category', '=', search.category)] : []),
    ...(search.title ? [on('t.title', 'like', `%${escapeLike(search.title)}%`)] : []),
    ...(people === null ? [isNamed(on.ref('t.person_id'), search.q)] : []),
  ]
  const ofState = search.state ? [on('t.state', '=', search.state)] : []
  const rest = { table: 'hour_record', at: on.ref('t.first_submitted_at'), shown } as const
  const offices = within && officesOf(within)
  const inOffice = offices ? [sql<SqlBool>`(${on.ref('t.region_code')}, ${LEVEL}) IN (SELECT * FROM ${offices})`] : []
  if (people && people.length > 0) {
    const ofUnits = organizations ? [on('t.organization_id', '=', anyOf(organizations, 'uuid'))] : []
    return {
      ...rest,
      branches: sql`(SELECT) one`,
      width: 1,
      entry: [on('t.person_id', '=', anyOf(people, 'uuid')), ...handedIn],
      match: [...inOffice, ...ofUnits, ...ofState, ...further],
    }
  }
  if (organizations) {
    return {
      ...rest,
      branches: sql`unnest(${organizations}::uuid[]) AS unit(id)`,
      width: organizations.length,
      entry: [on('t.organization_id', '=', on.ref('unit.id')), ...handedIn],
      match: [...inOffice, ...ofState, ...further],
    }
  }
  return {
    ...rest,
    branches: sql`${offices} AS office(region, level) CROSS JOIN unnest(${states}::record_state[]) AS one(state)`,
    width: states.length * (within?.length ?? 1),
    entry: [
      on('t.region_code', '=', on.ref('office.region')),
      on(LEVEL, '=', on.ref('office.level')),
      on('t.state', '=', on.ref('one.state')),
      ...handedIn,
    ],
    match: further,
  }
}

function officesOf(within: NonNullable<Where['within']>): RawBuilder<unknown> {
  return sql`unnest(${within.map(({ region }) => region)}::bpchar[], ${within.map(({ level }) => level)}::unit_level[])`
}

function shown(db: Builder) {
  return jsonArrayFrom(
    pageRows(db)
      .innerJoin('hour_record as t', 't.id', 's.id')
      .innerJoin('person as p', 'p.id', 't.person_id')
      .leftJoin('organization as o', 'o.id', 't.organization_id')
      .select(['p.name as personName', 'o.name as employer', 't.title', 't.category', 't.state'])
      .select((eb) => float(eb.ref('t.hours')).as('hours')),
  )
}
