import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { STATES, type YearState } from '@/lib/workflow/states'
import { pool } from '../database/db'
import { employersNamed } from '../find/employers-named'
import { officeReach, PLACES } from '../find/office-scope'
import { peopleNamed } from '../find/people-named'
import { findCursor, isNamed, literally, Parameters, pageOf, type Scan, type Scanned, scanStatement } from '../find/scan'
import { notFound } from '../input/errors'
import { encodeCursor, enumParam, textParam } from '../input/search'

export const findYearsSearch = {
  q: textParam(),
  state: enumParam(STATES.year),
  year: z.coerce.number().int().min(2000).max(2999).nullable().catch(null),
  employer: textParam(),
  region: enumParam(PLACES),
  after: findCursor,
}
export type FindYears = z.infer<z.ZodObject<typeof findYearsSearch>>

export interface FoundYear {
  id: string
  year: number
  personName: string
  /** Of the request; null: freelance, or not requested yet. */
  employer: string | null
  state: YearState
  professional: number
  total: number
  requestedAt: string | null
  certifiedAt: string | null
}

export interface FoundYears {
  rows: FoundYear[]
  next: string | null
  readOnly: boolean
  tooManyEmployers: boolean
}

/**
 * Credit years in any state for a bureau: those that were requested of it, the latest first; by a person's name also those that nobody
 * requested yet.
 */
export async function findYears(actor: Actor, search: FindYears): Promise<FoundYears> {
  const { offices, readOnly } = officeReach(actor, 'year_see', search.region)
  // The city certifies under its own code, wherever the unit lies.
  const regions = [...new Set(offices.flatMap(({ region, level }) => (level === 'county' ? [region] : [])))]
  const territory = [...new Set(offices.map(({ region }) => region))]
  const [people, employers] = await Promise.all([
    search.q ? peopleNamed(search.q) : [],
    search.employer ? employersNamed(search.employer, territory) : null,
  ])
  const none: FoundYears = { rows: [], next: null, readOnly, tooManyEmployers: employers?.tooMany ?? false }
  if (employers?.ids.length === 0 || (search.q && people?.length === 0)) return none
  const given = new Parameters()
  const scan = scanOf(search, { regions, people, employers: employers?.ids ?? null }, given)
  const { rows } = await pool.query<Scanned<FoundRow>>(scanStatement(scan, search.after, given), given.values)
  const [answer] = rows
  if (!answer) throw notFound()
  const page = pageOf(answer)
  return { ...none, rows: page.rows.map(({ at: _, ...row }) => row), next: page.next ? encodeCursor(page.next) : null }
}

type FoundRow = Omit<FoundYear, 'id' | 'year'>

interface Narrowed {
  regions: readonly string[]
  /** People of the name looked for; null: too many, compared row by row; empty: no name is looked for. */
  people: readonly string[] | null
  employers: readonly string[] | null
}

function scanOf(search: FindYears, { regions, people, employers }: Narrowed, given: Parameters): Scan {
  const states = search.state ? [search.state] : STATES.year
  const year = search.year === null ? [] : [`t.year = ${given.put(search.year)}`]
  const places = given.put(regions)
  const ofEmployers = employers ? [`t.employer_id = ANY(${given.put(employers)}::uuid[])`] : []
  const rest = { table: 'year', columns: COLUMNS, joins: JOINS } as const
  if (people && people.length > 0) {
    const byState = search.state ? [`t.state = ${given.put(search.state)}::year_state`] : []
    return {
      ...rest,
      at: 'coalesce(t.requested_at, t.created_at)',
      branches: '(SELECT) one',
      width: 1,
      entry: [`t.person_id = ANY(${given.put(people)}::uuid[])`, ...year],
      match: [`(t.region_code = ANY(${places}) OR ${ofTerritory(places)})`, ...byState, ...ofEmployers],
    }
  }
  return {
    ...rest,
    at: 't.requested_at',
    branches: `unnest(${places}::bpchar[]) AS office(region) CROSS JOIN unnest(${given.put(states)}::year_state[]) AS one(state)`,
    width: states.length * regions.length,
    entry: ['t.requested_at IS NOT NULL', 't.region_code = office.region', 't.state = one.state', ...year],
    match: [...ofEmployers, ...(people === null ? [isNamed(given.put(`${literally(search.q)}%`))] : [])],
  }
}

/** A person who works or lives there: theirs are the bureau's to see before anything is requested. */
function ofTerritory(places: string): string {
  // Asked of each row on purpose: as EXISTS both tables would be read whole and kept beside.
  return `(SELECT p.region_code = ANY(${places}) FROM person p WHERE p.id = t.person_id)
    OR coalesce((SELECT bool_or(e.region_code = ANY(${places})) FROM employment e WHERE e.person_id = t.person_id AND e.until_on IS NULL), false)`
}

const COLUMNS = `p.name AS "personName", o.name AS employer, t.state, t.professional::float AS professional, t.total::float AS total,
  t.requested_at AS "requestedAt", t.certified_at AS "certifiedAt"`
const JOINS = 'JOIN person p ON p.id = t.person_id LEFT JOIN organization o ON o.id = t.employer_id'
