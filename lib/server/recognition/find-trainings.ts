import 'server-only'
import { daysBetween, type PlainDate } from '@/lib/calendar/plain-date'
import { statesIn } from '@/lib/workflow/state-groups'
import type { FilingState } from '@/lib/workflow/states'
import { pool } from '../database/db'
import { FILING_NAMES, gramsOf, hasGrams, patternOf } from '../find/name-ngrams'

export interface FoundTraining {
  id: string
  number: string | null
  title: string
  provider: string | null
  regionCode: string
  state: FilingState
  outside: boolean
  startsOn: PlainDate
  endsOn: PlainDate
  days: number
  approvedOn: PlainDate | null
}

export interface FoundTrainings {
  /** Held on the day. */
  onDay: FoundTraining[]
  /** Of that name on other days, the nearest first. */
  otherDays: FoundTraining[]
}

const ON_DAY = 10
const OTHER_DAYS = 5
/** So many days before and after the day are read in any case; what is held further away only where few are held near. */
const NEAR_DAYS = 7
/** Of a name that is common but not held near the day so many are looked at. */
const FAR = 400

// The states stand in the text as they stand in the partial indexes, which the planner only then knows to hold every row.
const REGISTER = statesIn('filing', 'register')
  .map((state) => `'${state}'`)
  .join(', ')
const COLUMNS = `f.id, f.number, f.title, f.region_code AS "regionCode", f.state, f.outside, f.starts_on AS "startsOn", f.ends_on AS "endsOn",
  f.days::float8 AS days, f.approved_on AS "approvedOn", p.name AS provider`
const FROM = `FROM filing f LEFT JOIN organization p ON p.id = f.provider_id WHERE f.state IN (${REGISTER})`
const NAMED = `${FILING_NAMES} ILIKE ALL ($1::text[])`
const ON = `daterange(f.starts_on, f.ends_on, '[]') @> $2::date`
const NEAR = `daterange(f.starts_on, f.ends_on, '[]') && daterange($2::date - ${NEAR_DAYS}, $2::date + ${NEAR_DAYS}, '[]')`

/**
 * Trainings on file with all these words in their title, numbers or who held them: those of the day, and the nearest on other days. The days narrow the search
 * first, so that a common word costs no more than a rare one, whatever the planner knows of it; a number that is typed in full is found by itself.
 */
export async function findTrainings(words: readonly string[], on: PlainDate): Promise<FoundTrainings> {
  const patterns = words.map(patternOf)
  const near = await heldNear(patterns, words, on)
  const known = near.some(({ number }) => number !== null && words.includes(number))
  const rows = known || near.length >= OTHER_DAYS ? near : [...near, ...(await heldFar(patterns, gramsOf(words), on))]
  const isOn = ({ startsOn, endsOn }: FoundTraining) => startsOn <= on && on <= endsOn
  return { onDay: rows.filter(isOn), otherDays: rows.filter((row) => !isOn(row)).slice(0, OTHER_DAYS) }
}

async function heldNear(patterns: readonly string[], words: readonly string[], on: PlainDate): Promise<FoundTraining[]> {
  const { rows } = await pool.query<FoundTraining>({
    name: 'trainings-near',
    text: `SELECT ${COLUMNS} ${FROM} AND (${NEAR} OR f.number = ANY ($3::text[])) AND ${NAMED}
      ORDER BY NOT ${ON}, greatest(0, f.starts_on - $2::date, $2::date - f.ends_on), f.starts_on, f.id LIMIT ${ON_DAY + OTHER_DAYS}`,
    values: [patterns, on, words],
  })
  return rows
}

async function heldFar(patterns: readonly string[], grams: readonly string[], on: PlainDate): Promise<FoundTraining[]> {
  const { rows } = await pool.query<FoundTraining>({
    name: 'trainings-far',
    text: `SELECT ${COLUMNS} ${FROM} AND ${hasGrams(FILING_NAMES, '$3')} AND ${NAMED} AND NOT ${NEAR} LIMIT ${FAR}`,
    values: [patterns, on, grams],
  })
  return rows.sort((a, b) => distance(a, on) - distance(b, on) || (a.id < b.id ? -1 : 1))
}

function distance({ startsOn, endsOn }: FoundTraining, on: PlainDate): number {
  return startsOn > on ? daysBetween(on, startsOn) : daysBetween(endsOn, on)
}

export interface FoundProvider {
  id: string
  name: string
  regionCode: string
  /** What it has on file for the day, one that is approved in time before any other. */
  training: FoundTraining | null
}

const PROVIDERS = 5

/** Those who hold trainings, by name, each with a training of theirs on the day. */
export async function findProviders(words: readonly string[], on: PlainDate): Promise<FoundProvider[]> {
  const { rows } = await pool.query<{ id: string; name: string; regionCode: string; training: FoundTraining | null }>({
    name: 'providers-on-day',
    text: `SELECT o.id, o.name, o.region_code AS "regionCode", t.training
      FROM (
        SELECT id, name, region_code FROM organization o
        WHERE o.active AND ${hasGrams('o.name', '$3')} AND o.name ILIKE ALL ($1::text[])
          AND (o.kind = 'provider' OR EXISTS (SELECT FROM filing f WHERE f.provider_id = o.id AND f.state IN (${REGISTER})))
        ORDER BY o.name, o.id LIMIT ${PROVIDERS}
      ) o
      LEFT JOIN LATERAL (
        SELECT json_build_object('id', f.id, 'number', f.number, 'title', f.title, 'regionCode', f.region_code, 'state', f.state, 'outside', f.outside,
          'startsOn', f.starts_on, 'endsOn', f.ends_on, 'days', f.days, 'approvedOn', f.approved_on, 'provider', o.name) AS training
        FROM filing f WHERE f.provider_id = o.id AND f.state IN (${REGISTER}) AND ${ON}
        ORDER BY (f.approved_on <= f.starts_on) DESC NULLS LAST, f.starts_on, f.id LIMIT 1
      ) t ON true
      ORDER BY o.name, o.id`,
    values: [words.map(patternOf), on, gramsOf(words)],
  })
  return rows
}
