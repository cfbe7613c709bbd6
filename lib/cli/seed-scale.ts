import { parseArguments } from './ask'
import { fillScaleDatabase, openScaleDatabase, peopleFrom } from './scale-database'
import { runMain, Sentence } from './sentence'

// `npm run seed:scale -- --people N [--database URL]`: creates people and records in the number of a city, for measurements. Refuses a
// database with other data.

const DEFAULT_PEOPLE = 20_000

await runMain(async () => {
  const { options } = parseArguments(['people', 'database'])
  const people = peopleFrom(options.get('people'), DEFAULT_PEOPLE)
  const { site, people: present } = await openScaleDatabase(options.get('database'))
  try {
    if (present === people) console.log(`\nThe database already contains the ${people} people.`)
    else if (present > 0) throw new Sentence(`There are ${present} people of an earlier run. For ${people}, please give an empty database.`)
    else await fillScaleDatabase(people)
  } finally {
    await close()
    await site.release()
  }
})

async function close(): Promise<void> {
  const { db, pool } = await import('@/lib/server/database/db')
  await db.$disconnect()
  await pool.end()
}
