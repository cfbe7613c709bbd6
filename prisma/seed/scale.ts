import type { Pool, PoolClient } from 'pg'
import { runOnce } from '@/lib/server/database/statement'
import { ruleSetInForce } from '@/lib/server/rule-set/in-force'
import { readSettings } from '@/lib/server/runtime/settings'
import { seededRandom } from './demo/random'
import { batchesFor } from './scale/batches'
import type { Actors, TargetState } from './scale/event-histories'
import { filingsFor } from './scale/filings'
import { rowKeys } from './scale/keys'
import { withoutIndexes } from './scale/load'
import { addPerson, personOf, type ScalePerson } from './scale/people'
import { placesFor } from './scale/places'
import { recordsOf } from './scale/records'
import { scaleTables } from './scale/tables'
import { yearOf } from './scale/years'

const SEED = 341200
const CREATED_AT = new Date('2025-01-02T01:00:00Z')
const BATCH_SIZE = 2_000
const UNFINISHED: readonly TargetState[] = [
  'draft',
  'submitted',
  'submitted',
  'submitted',
  'returned',
  'accepted',
  'accepted',
  'publicized',
  'rejected',
  'appealed',
  'withdrawn',
  'revoked',
]

/**
 * Creates people with eight records each, in the states that a city has in the middle of November, for measurements. Written by COPY in one
 * transaction; the database's trigger chains the events. The demonstration, in contrast, is created by the use cases (seed/demo).
 */
export async function seedScale(pool: Pool, people: number, say: (line: string) => void): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SET LOCAL synchronous_commit = off')
    await withoutIndexes(client, say, () => fill(client, people, say))
    const setting = { key: 'scale', value: JSON.stringify({ people }), changed_at: new Date() }
    await runOnce((db) => db.insertInto('setting').values(setting), client)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
  say('statistics for the query planner')
  await pool.query('VACUUM ANALYZE')
}

async function fill(client: PoolClient, people: number, say: (line: string) => void): Promise<void> {
  const [tables, key, random] = [scaleTables(), rowKeys(CREATED_AT), seededRandom(SEED)]
  const places = placesFor(people, tables, key, CREATED_AT)
  const filings = filingsFor(places, tables, key, CREATED_AT)
  const { certificateTitle, certificateFooting } = await readSettings()
  const platforms = new Map(ruleSetInForce(2025).platforms.map(({ code, name }) => [code, name]))
  const context = {
    tables,
    key,
    random,
    filings,
    places,
    platforms,
    certificateTitle,
    certificateFooting,
    batches: batchesFor(tables, key),
  }
  const started = performance.now()
  for (let from = 0; from < people; from += BATCH_SIZE) {
    const to = Math.min(people, from + BATCH_SIZE)
    for (let index = from; index < to; index += 1) {
      const person = personOf(index, places.employers, tables, key, random, CREATED_AT)
      const records = recordsOf(person, targetStatesOf(random), actorsFor(person, places), context)
      addPerson(person, await yearOf(person, records, context), tables, CREATED_AT)
    }
    for (const table of Object.values(tables)) await table.flush(client)
    if (to === people || (to / BATCH_SIZE) % 10 === 0) {
      const seconds = (performance.now() - started) / 1000
      say(
        `${to} of ${people} people, ${tables.record.rows} records, ${tables.event.rows} events (${Math.round(tables.record.rows / seconds)} records a second)`,
      )
    }
  }

  function actorsFor(person: ScalePerson, { reviewers }: typeof places): Actors {
    const reviewer = reviewers.get(person.office)
    if (!reviewer) throw new RangeError('no bureau there')
    return {
      person: { accountId: person.accountId, role: 'practitioner', organizationId: null },
      officer: person.employer?.officer.actor ?? reviewer.actor,
      reviewer: reviewer.actor,
    }
  }
}

/** Six of ten people have all records registered, three some of them, one none. */
function targetStatesOf(random: ReturnType<typeof seededRandom>): TargetState[] {
  const roll = random.next()
  if (roll < 0.6) return ['registered']
  const some = () => random.pick(UNFINISHED)
  if (roll < 0.9) return ['registered', 'registered', some(), 'registered', 'registered', some(), 'registered', some()]
  return Array.from({ length: 8 }, some)
}
