import 'server-only'
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import { daysBetween, type PlainDate } from '@/lib/calendar/plain-date'
import { statesIn } from '@/lib/workflow/state-groups'
import { anyOf, type Builder, float, statement } from '../database/statement'
import type { Tables } from '../database/tables'
import { FILING_NAMES, gramsOf, hasGrams, patternOf } from '../find/name-ngrams'

export type FoundTraining = Awaited<ReturnType<typeof heldNear>>[number]

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

const f = expressionBuilder<{ f: Tables['filing'] }, 'f'>()
const HELD = sql`daterange(${f.ref('f.starts_on')}, ${f.ref('f.ends_on')}, '[]')`
const isOn = (on: PlainDate) => sql<SqlBool>`${HELD} @> ${on}::date`
const isNear = (on: PlainDate) =>
  sql<SqlBool>`${HELD} && daterange(${on}::date - ${sql.lit(NEAR_DAYS)}, ${on}::date + ${sql.lit(NEAR_DAYS)}, '[]')`
const isNamed = (name: Expression<string>, patterns: readonly string[]) => sql<SqlBool>`${name} ILIKE ALL (${patterns}::text[])`

/** Trainings `f` on file. */
function trainings(db: Builder) {
  return db
    .selectFrom('filing as f')
    .leftJoin('organization as p', 'p.id', 'f.provider_id')
    .select(['f.id', 'f.number', 'f.title', 'f.region_code as regionCode', 'f.state', 'f.outside'])
    .select(['f.starts_on as startsOn', 'f.ends_on as endsOn', 'f.approved_on as approvedOn', 'p.name as provider'])
    .select((eb) => float(eb.ref('f.days')).as('days'))
    .where('f.state', 'in', statesIn('filing', 'register'))
}

/**
 * Trainings on file with all these words in their title, numbers or who held them: those of the day, and the nearest on other days. The days narrow the search
 * first, so that a common word costs no more than a rare one, whatever the planner knows of it; a number that is typed in full is found by itself.
 */
export async function findTrainings(words: readonly string[], on: PlainDate): Promise<FoundTrainings> {
  const patterns = words.map(patternOf)
  const near = await heldNear({ patterns, numbers: words, on })
  const known = near.some(({ number }) => number !== null && words.includes(number))
  const rows = known || near.length >= OTHER_DAYS ? near : [...near, ...(await heldFar(patterns, gramsOf(words), on))]
  const isOfDay = ({ startsOn, endsOn }: FoundTraining) => startsOn <= on && on <= endsOn
  return { onDay: rows.filter(isOfDay), otherDays: rows.filter((row) => !isOfDay(row)).slice(0, OTHER_DAYS) }
}

interface Near {
  patterns: readonly string[]
  numbers: readonly string[]
  on: PlainDate
}

const heldNear = statement('trainings-near', (db, { patterns, numbers, on }: Near) =>
  trainings(db)
    .where((eb) => eb.or([isNear(on), eb('f.number', '=', anyOf(numbers, 'text'))]))
    .where(isNamed(FILING_NAMES, patterns))
    .orderBy((eb) => eb.not(isOn(on)))
    .orderBy((eb) => sql`greatest(0, ${eb.ref('f.starts_on')} - ${on}::date, ${on}::date - ${eb.ref('f.ends_on')})`)
    .orderBy('f.starts_on')
    .orderBy('f.id')
    .limit(ON_DAY + OTHER_DAYS),
)

const atAnyTime = statement('trainings-far', (db, given: { patterns: readonly string[]; grams: readonly string[]; on: PlainDate }) =>
  trainings(db)
    .where(hasGrams(FILING_NAMES, given.grams))
    .where(isNamed(FILING_NAMES, given.patterns))
    .where((eb) => eb.not(isNear(given.on)))
    .limit(FAR),
)

async function heldFar(patterns: readonly string[], grams: readonly string[], on: PlainDate): Promise<FoundTraining[]> {
  const rows = await atAnyTime({ patterns, grams, on })
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

const providers = statement('providers-on-day', (db, given: { patterns: readonly string[]; grams: readonly string[]; on: PlainDate }) =>
  db
    .selectFrom((eb) =>
      eb
        .selectFrom('organization as o')
        .select(['o.id', 'o.name', 'o.region_code as regionCode'])
        .where('o.active', '=', true)
        .where((e) => hasGrams(e.ref('o.name'), given.grams))
        .where((e) => isNamed(e.ref('o.name'), given.patterns))
        .where((e) =>
          e.or([
            e('o.kind', '=', 'provider'),
            e.exists(
              e.selectFrom('filing as f').whereRef('f.provider_id', '=', 'o.id').where('f.state', 'in', statesIn('filing', 'register')),
            ),
          ]),
        )
        .orderBy('o.name')
        .orderBy('o.id')
        .limit(PROVIDERS)
        .as('o'),
    )
    .select((eb) => [
      'o.id',
      'o.name',
      'o.regionCode',
      jsonObjectFrom(
        trainings(db)
          .where('f.provider_id', '=', eb.ref('o.id'))
          .where(isOn(given.on))
          .orderBy(
            (e) => e('f.approved_on', '<=', e.ref('f.starts_on')),
            (order) => order.desc().nullsLast(),
          )
          .orderBy('f.starts_on')
          .orderBy('f.id')
          .limit(1),
      ).as('training'),
    ])
    .orderBy('o.name')
    .orderBy('o.id'),
)

/** Those who hold trainings, by name, each with a training of theirs on the day. */
export async function findProviders(words: readonly string[], on: PlainDate): Promise<FoundProvider[]> {
  return providers({ patterns: words.map(patternOf), grams: gramsOf(words), on })
}
