import 'server-only'
import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { statesIn } from '@/lib/workflow/state-groups'
import { anyOf, type Builder, float, int, runOnce } from '../database/statement'
import type { Tables } from '../database/tables'
import { employmentOn } from '../person/employment-on'
import { ledgerYears } from './ledgers'
import { creditableRecords } from './rules-input'
import type { LedgerRecord, LedgerYear } from './types'

/** A year's ledger as it stands, without its lines. */
export interface StandingYear extends LedgerYear {
  total: number
  professional: number
  public: number
}

/** A person with the uncertified years of a run and the records that their hours are computed from. */
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
  /** Only years whose ledger was not computed by this rule set. */
  otherThan?: string
  /** The day whose employment says where a person works. */
  on: PlainDate
}

/** Enough to be worth a round trip, few enough to hold two of them in memory. */
const CHUNK = 500

const y = expressionBuilder<{ y: Tables['year'] }, 'y'>()

/** Whether a year `y` is still to do. */
function isLeft({ years, otherThan }: ChunkQuery): Expression<SqlBool> {
  return y.and([
    y('y.year', '=', anyOf(years, 'int')),
    y('y.state', 'not in', statesIn('year', 'certified')),
    ...(otherThan === undefined ? [] : [y('y.rule_set', '<>', otherThan)]),
  ])
}

/** How many people there are to do, and how many of their years. */
export async function countLedgers(query: ChunkQuery): Promise<{ people: number; years: number }> {
  const [counts] = await runOnce((db) =>
    db
      .selectFrom('year as y')
      .where(isLeft(query))
      .select((eb) => [int(eb.fn.count('y.person_id').distinct()).as('people'), int(eb.fn.countAll()).as('years')]),
  )
  return counts ?? { people: 0, years: 0 }
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
  return read(query, (db) => {
    const people = peopleLeft(db, query).orderBy('y.person_id').limit(CHUNK)
    return after === null ? people : people.where('y.person_id', '>', after)
  })
}

/** These people again, as they stand now. */
export async function readLedgersAgain(query: ChunkQuery, personIds: readonly string[]): Promise<ChunkPerson[]> {
  return read(query, (db) => peopleLeft(db, query).where('y.person_id', '=', anyOf(personIds, 'uuid')))
}

function peopleLeft(db: Builder, query: ChunkQuery) {
  return db.selectFrom('year as y').select('y.person_id').distinct().where(isLeft(query))
}

/** Records of other years come along where they share an achievement: its home may be there. */
async function read(query: ChunkQuery, who: (db: Builder) => ReturnType<typeof peopleLeft>): Promise<ChunkPerson[]> {
  return runOnce((db) =>
    db
      .with(
        (cte) => cte('who').materialized(),
        () => who(db),
      )
      .selectFrom('who')
      .innerJoin('person as p', 'p.id', 'who.person_id')
      .leftJoinLateral(
        (eb) => employmentOn(db, eb.ref('p.id'), query.on).as('job'),
        (join) => join.onTrue(),
      )
      .leftJoin('organization as o', 'o.id', 'job.organization_id')
      .select((eb) => [
        'p.id as personId',
        'p.ledger_version as ledgerVersion',
        'p.transferred_in_on as transferredInOn',
        'p.transferred_from as transferredFrom',
        'o.id as organizationId',
        eb.fn.coalesce('o.region_code', 'job.region_code', 'p.region_code').as('regionCode'),
        jsonArrayFrom(
          ledgerYears(db)
            .select((e) => float(e.ref('y.public')).as('public'))
            .where('y.person_id', '=', eb.ref('p.id'))
            .where(isLeft(query)),
        ).as('years'),
        jsonArrayFrom(
          creditableRecords(db)
            .select((e) => e.ref('r.registered_at').$notNull().as('registeredAt'))
            .where('r.person_id', '=', eb.ref('p.id'))
            .where('r.state', 'in', statesIn('record', 'counts'))
            .where((e) => e.or([e('r.year', '=', anyOf(query.years, 'int')), e('r.achievement', 'is not', null)]))
            .orderBy('r.completed_on')
            .orderBy('r.id'),
        ).as('registered'),
      ])
      .orderBy('p.id'),
  )
}
