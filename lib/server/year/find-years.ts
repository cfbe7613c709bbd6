import 'server-only'
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { STATES, type YearState } from '@/lib/workflow/states'
import { anyOf, type Builder, float } from '../database/statement'
import type { Tables } from '../database/tables'
import { employersNamed } from '../find/employers-named'
import { officeReach, PLACES } from '../find/office-scope'
import { peopleNamed } from '../find/people-named'
import { findCursor, isNamed, pageRows, readPage } from '../find/scan'
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
  const page = await readPage(scanOf(search, { regions, people, employers: employers?.ids ?? null }), search.after)
  return { ...none, rows: page.rows.map(({ at: _, ...row }) => row), next: page.next ? encodeCursor(page.next) : null }
}

interface Narrowed {
  regions: readonly string[]
  /** People of the name looked for; null: too many, compared row by row; empty: no name is looked for. */
  people: readonly string[] | null
  employers: readonly string[] | null
}

/** Years as `t`, and what the branches of the list run over. */
type Named = Tables & { t: Tables['year']; office: { region: string }; one: { state: YearState } }

const on = expressionBuilder<Named, 't' | 'office' | 'one'>()

function scanOf(search: FindYears, { regions, people, employers }: Narrowed) {
  const states = search.state ? [search.state] : STATES.year
  const year = search.year === null ? [] : [on('t.year', '=', search.year)]
  const ofEmployers = employers ? [on('t.employer_id', '=', anyOf(employers, 'uuid'))] : []
  if (people && people.length > 0) {
    const byState = search.state ? [on('t.state', '=', search.state)] : []
    return {
      table: 'year' as const,
      at: on.fn.coalesce('t.requested_at', 't.created_at'),
      branches: sql`(SELECT) one`,
      width: 1,
      entry: [on('t.person_id', '=', anyOf(people, 'uuid')), ...year],
      match: [on.or([on('t.region_code', '=', anyOf(regions, 'bpchar')), ...ofTerritory(regions)]), ...byState, ...ofEmployers],
      shown,
    }
  }
  return {
    table: 'year' as const,
    at: on.ref('t.requested_at'),
    branches: sql`unnest(${regions}::bpchar[]) AS office(region) CROSS JOIN unnest(${states}::year_state[]) AS one(state)`,
    width: states.length * regions.length,
    entry: [
      on('t.requested_at', 'is not', null),
      on('t.region_code', '=', on.ref('office.region')),
      on('t.state', '=', on.ref('one.state')),
      ...year,
    ],
    match: [...ofEmployers, ...(people === null ? [isNamed(on.ref('t.person_id'), search.q)] : [])],
    shown,
  }
}

/** A person who lives or works there: theirs are the bureau's to see before anything is requested. */
function ofTerritory(regions: readonly string[]): Expression<SqlBool>[] {
  // Asked of each row on purpose: as EXISTS both tables would be read whole and kept beside.
  const lives = on
    .selectFrom('person as p')
    .select((eb) => eb('p.region_code', '=', anyOf(regions, 'bpchar')).as('here'))
    .whereRef('p.id', '=', 't.person_id')
  const works = on
    .selectFrom('employment as e')
    .select((eb) => sql<boolean>`bool_or(${eb('e.region_code', '=', anyOf(regions, 'bpchar'))})`.as('here'))
    .whereRef('e.person_id', '=', 't.person_id')
    .where('e.until_on', 'is', null)
  return [lives.$asScalar(), on.fn.coalesce(works.$asScalar(), sql.lit(false))]
}

function shown(db: Builder) {
  return jsonArrayFrom(
    pageRows(db)
      .innerJoin('year as t', 't.id', 's.id')
      .innerJoin('person as p', 'p.id', 't.person_id')
      .leftJoin('organization as o', 'o.id', 't.employer_id')
      .select(['p.name as personName', 'o.name as employer', 't.state', 't.requested_at as requestedAt', 't.certified_at as certifiedAt'])
      .select((eb) => [float(eb.ref('t.professional')).as('professional'), float(eb.ref('t.total')).as('total')]),
  )
}
