import type { Pool, PoolClient } from 'pg'
import { runOnce } from '@/lib/server/database/statement'
import { ruleSetInForce } from '@/lib/server/rule-set/in-force'
import { readSettings } from '@/lib/server/runtime/settings'
import { seededRandom } from './demo/random'
import { batchesFor } from './scale/batches'
import type { Fate, Hands } from './scale/courses'
import { filingsFor } from './scale/filings'
import { rowKeys } from './scale/keys'
import { withoutIndexes } from './scale/load'
import { addPerson, personOf, type ScalePerson } from './scale/people'
import { placesFor } from './scale/places'
import { recordsOf } from './scale/records'
import { scaleTables } from './scale/tables'
import { yearOf } from './scale/years'

const SEED = 341200
const MADE = new Date('2025-01-02T01:00:00Z')
const AT_ONCE = 2_000
const UNDER_WAY: readonly Fate[] = [
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
 * So many people with eight records each, in the states that a city's year has in the middle of November, all in one transaction: written by
 * COPY, the events through the database's own chain. For measuring; what a person sees is made by the use cases (seed/demo).
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
  say('statistics for the planner')
  await pool.query('VACUUM ANALYZE')
}

async function fill(client: PoolClient, people: number, say: (line: string) => void): Promise<void> {
  const [tables, key, random] = [scaleTables(), rowKeys(MADE), seededRandom(SEED)]
  const places = placesFor(people, tables, key, MADE)
  const filings = filingsFor(places, tables, key, MADE)
  const { certificateTitle, certificateFooting } = await readSettings()
  const platforms = new Map(ruleSetInForce(2025).platforms.map(({ code, name }) => [code, name]))
  const making = { tables, key, random, filings, places, platforms, certificateTitle, certificateFooting, batches: batchesFor(tables, key) }
  const started = performance.now()
  for (let from = 0; from < people; from += AT_ONCE) {
    const to = Math.min(people, from + AT_ONCE)
    for (let index = from; index < to; index += 1) {
      const person = personOf(index, places.employers, tables, key, random, MADE)
      const records = recordsOf(person, fatesOf(random), handsOf(person, places), making)
      addPerson(person, await yearOf(person, records, making), tables, MADE)
    }
    for (const table of Object.values(tables)) await table.flush(client)
    if (to === people || (to / AT_ONCE) % 10 === 0) {
      const seconds = (performance.now() - started) / 1000
      say(
        `${to} of ${people} people, ${tables.record.rows} records, ${tables.event.rows} events (${Math.round(tables.record.rows / seconds)} records a second)`,
      )
    }
  }

  function handsOf(person: ScalePerson, { reviewers }: typeof places): Hands {
    const reviewer = reviewers.get(person.office)
    if (!reviewer) throw new RangeError('no bureau there')
    return {
      person: { accountId: person.accountId, role: 'practitioner', organizationId: null },
      officer: person.employer?.officer.actor ?? reviewer.actor,
      reviewer: reviewer.actor,
    }
  }
}

/** Of ten people six are done with their year, three are in the middle of it, one begins. */
function fatesOf(random: ReturnType<typeof seededRandom>): Fate[] {
  const roll = random.next()
  if (roll < 0.6) return ['registered']
  const some = () => random.pick(UNDER_WAY)
  if (roll < 0.9) return ['registered', 'registered', some(), 'registered', 'registered', some(), 'registered', some()]
  return Array.from({ length: 8 }, some)
}
