import 'server-only'
import { statesIn } from '@/lib/workflow/state-groups'
import { pool } from '../database/db'
import { CREDITABLE_SQL } from './rules-input'
import type { LedgerRecord, LedgerYear } from './types'

/** A year's ledger as it stands, without its lines. */
export interface StandingYear extends LedgerYear {
  total: number
  professional: number
  public: number
}

/** A person with the uncertified years of a run and the records that they are reckoned from. */
export interface ChunkPerson {
  personId: string
  ledgerVersion: number
  transferredInOn: string | null
  transferredFrom: string | null
  /** Where they work now, else where they belong. */
  organizationId: string | null
  regionCode: string
  years: StandingYear[]
  registered: LedgerRecord[]
}

export interface ChunkQuery {
  years: readonly number[]
  /** Only years whose ledger was not reckoned by this rule set. */
  otherThan?: string
  /** The day whose employment says where a person works. */
  on: string
}

/** Enough to be worth a round trip, few enough to hold two of them in memory. */
const CHUNK = 500

const LEFT = `y.year = ANY($1) AND y.state::text <> ALL($2) AND ($3::text IS NULL OR y.rule_set <> $3)`

function leftValues({ years, otherThan }: ChunkQuery): unknown[] {
  return [years, statesIn('year', 'certified'), otherThan ?? null]
}

/** How many people there are to do, and how many of their years. */
export async function countLedgers(query: ChunkQuery): Promise<{ people: number; years: number }> {
  const { rows } = await pool.query<{ people: number; years: number }>(
    `SELECT count(DISTINCT y.person_id)::int AS people, count(*)::int AS years FROM year y WHERE ${LEFT}`,
    leftValues(query),
  )
  return rows[0] ?? { people: 0, years: 0 }
}

/** Everybody with such a year, some hundred at a time in the order of their keys; the next are read while these are worked on. */
export async function* ledgerChunks(query: ChunkQuery, after: string | null): AsyncGenerator<ChunkPerson[]> {
  let next = readChunk(query, after)
  for (;;) {
    const people = await next
    const last = people.at(-1)
    if (!last) return
    next = readChunk(query, last.personId)
    next.catch(() => undefined) // nobody may come for it
    yield people
  }
}

async function readChunk(query: ChunkQuery, after: string | null): Promise<ChunkPerson[]> {
  return read(
    query,
    `SELECT DISTINCT y.person_id FROM year y WHERE ${LEFT} AND ($5::uuid IS NULL OR y.person_id > $5) ORDER BY y.person_id LIMIT ${CHUNK}`,
    after,
  )
}

/** These people again, as they stand now. */
export async function readLedgersAgain(query: ChunkQuery, personIds: readonly string[]): Promise<ChunkPerson[]> {
  return read(query, `SELECT DISTINCT y.person_id FROM year y WHERE ${LEFT} AND y.person_id = ANY($5::uuid[])`, personIds)
}

/** Records of other years come along where they share an achievement: its home may be there. */
async function read(query: ChunkQuery, who: string, value: unknown): Promise<ChunkPerson[]> {
  const { rows } = await pool.query<ChunkPerson>({
    text: `WITH who AS MATERIALIZED (${who})
      SELECT p.id AS "personId", p.ledger_version AS "ledgerVersion", p.transferred_in_on::text AS "transferredInOn", p.transferred_from AS "transferredFrom",
        o.id AS "organizationId", coalesce(o.region_code, e.region_code, p.region_code) AS "regionCode",
        (SELECT json_agg(json_build_object('id', y.id, 'year', y.year, 'state', y.state, 'version', y.version, 'choiceId', y.choice_id,
          'regionCode', y.region_code, 'employerId', y.employer_id, 'met', y.met, 'ruleSet', y.rule_set, 'total', y.total, 'professional', y.professional, 'public', y.public))
          FROM year y WHERE y.person_id = p.id AND ${LEFT}) AS years,
        coalesce((SELECT json_agg(json_build_object(${CREDITABLE_SQL}, 'registeredAt', r.registered_at) ORDER BY r.completed_on, r.id)
          FROM hour_record r LEFT JOIN filing f ON f.id = r.filing_id
          WHERE r.person_id = p.id AND r.state = 'registered' AND (r.year = ANY($1) OR r.achievement IS NOT NULL)), '[]') AS registered
      FROM who JOIN person p ON p.id = who.person_id
      LEFT JOIN LATERAL (SELECT organization_id, region_code FROM employment WHERE person_id = p.id AND from_on <= $4::date
        AND (until_on IS NULL OR until_on >= $4::date) ORDER BY from_on DESC LIMIT 1) e ON true
      LEFT JOIN organization o ON o.id = e.organization_id
      ORDER BY p.id`,
    values: [...leftValues(query), query.on, value],
  })
  return rows
}
