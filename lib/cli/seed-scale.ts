import { parseArguments } from './ask'
import { fillScaleDatabase, openScaleDatabase, peopleFrom } from './scale-database'
import { runMain, Sentence } from './sentence'

// `npm run seed:scale -- --people N [--database URL]`: a city's worth of people and records, to measure with. Never into a database with data.

const DEFAULT_PEOPLE = 20_000

await runMain(async () => {
  const { options } = parseArguments(['people', 'database'])
  const people = peopleFrom(options.get('people'), DEFAULT_PEOPLE)
  const { site, people: there } = await openScaleDatabase(options.get('database'))
  try {
    if (there === people) console.log(`\nThe ${people} people are there already.`)
    else if (there > 0) throw new Sentence(`There are ${there} people of an earlier run. For ${people}, please give an empty database.`)
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
