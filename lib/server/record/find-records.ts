import 'server-only'
import { z } from 'zod'
import { accessScopeOf } from '@/lib/access/scope'
import type { Actor } from '@/lib/access/types'
import { CATEGORIES, type Category } from '@/lib/rules/types'
import { isInGroup } from '@/lib/workflow/state-groups'
import { type RecordState, STATES } from '@/lib/workflow/states'
import { pool } from '../database/db'
import { employersNamed } from '../find/employers-named'
import { officeReach, PLACES } from '../find/office-scope'
import { peopleNamed } from '../find/people-named'
import { findCursor, isNamed, literally, Parameters, pageOf, type Scan, type Scanned, scanStatement } from '../find/scan'
import { notFound } from '../input/errors'
import { encodeCursor, enumParam, textParam } from '../input/search'

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
  const given = new Parameters()
  const scan = scanOf(search, { organizations, within, people: search.q ? people : [] }, given)
  const { rows } = await pool.query<Scanned<FoundRow>>(scanStatement(scan, search.after, given), given.values)
  const [answer] = rows
  if (!answer) throw notFound()
  const page = pageOf(answer)
  return {
    ...none,
    rows: page.rows.map(({ at, ...row }) => ({ ...row, handedInAt: new Date(at).toISOString() })),
    next: page.next ? encodeCursor(page.next) : null,
  }
}

type FoundRow = Omit<FoundRecord, 'id' | 'year' | 'handedInAt'>

interface Narrowed {
  organizations: readonly string[] | null
  within: Where['within']
  /** People of the name looked for; null: too many, compared row by row; empty: no name is looked for. */
  people: readonly string[] | null
}

/** People of a rare name by their records, an employer's along its index, all others by office and state. */
function scanOf(search: FindRecords, { organizations, within, people }: Narrowed, given: Parameters): Scan {
  const states = search.state ? [search.state] : FOUND_STATES
  const year = search.year === null ? [] : [`t.year = ${given.put(search.year)}`]
  const handedIn = ['t.first_submitted_at IS NOT NULL', ...year]
  const further = [
    ...(search.category ? [`t.category = ${given.put(search.category)}::category`] : []),
    ...(search.title ? [`t.title LIKE ${given.put(`%${literally(search.title)}%`)}`] : []),
    ...(people === null ? [isNamed(given.put(`${literally(search.q)}%`))] : []),
  ]
  const rest = { table: 'hour_record', at: 't.first_submitted_at', columns: COLUMNS, joins: JOINS } as const
  const offices = within && officesOf(within, given)
  const inOffice = offices ? [`(t.region_code, coalesce(t.unit_level, 'county'::unit_level)) IN (SELECT * FROM ${offices})`] : []
  if (people && people.length > 0) {
    const entry = [`t.person_id = ANY(${given.put(people)}::uuid[])`, ...handedIn]
    const ofUnits = organizations ? [`t.organization_id = ANY(${given.put(organizations)}::uuid[])`] : []
    return { ...rest, branches: '(SELECT) one', width: 1, entry, match: [...inOffice, ...ofUnits, ...ofState(search, given), ...further] }
  }
  if (organizations) {
    return {
      ...rest,
      branches: `unnest(${given.put(organizations)}::uuid[]) AS unit(id)`,
      width: organizations.length,
      entry: ['t.organization_id = unit.id', ...handedIn],
      match: [...inOffice, ...ofState(search, given), ...further],
    }
  }
  return {
    ...rest,
    branches: `${offices} AS office(region, level) CROSS JOIN unnest(${given.put(states)}::record_state[]) AS one(state)`,
    width: states.length * (within?.length ?? 1),
    entry: [
      `t.region_code = office.region`,
      `coalesce(t.unit_level, 'county'::unit_level) = office.level`,
      't.state = one.state',
      ...handedIn,
    ],
    match: further,
  }
}

function officesOf(within: NonNullable<Where['within']>, given: Parameters): string {
  const regions = given.put(within.map(({ region }) => region))
  return `unnest(${regions}::bpchar[], ${given.put(within.map(({ level }) => level))}::unit_level[])`
}

function ofState({ state }: FindRecords, given: Parameters): string[] {
  return state ? [`t.state = ${given.put(state)}::record_state`] : []
}

const COLUMNS = `p.name AS "personName", o.name AS employer, t.title, t.category, t.hours::float AS hours, t.state`
const JOINS = 'JOIN person p ON p.id = t.person_id LEFT JOIN organization o ON o.id = t.organization_id'
