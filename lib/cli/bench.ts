import { parseArguments } from './ask'
import { COMMAND_FLAGS, childEnvironment, runNode } from './run-node'
import { fillScaleDatabase, openScaleDatabase, peopleFrom } from './scale-database'
import { runMain } from './sentence'

// `npm run bench [-- --people N] [--database URL] [PART]`: measures on the scale data, which it creates in .data/bench where they are
// missing.

const DEFAULT_PEOPLE = 20_000

await runMain(async () => {
  const { options, words } = parseArguments(['people', 'database'])
  const { site, people } = await openScaleDatabase(options.get('database'))
  try {
    if (people === 0) {
      await fillScaleDatabase(peopleFrom(options.get('people'), DEFAULT_PEOPLE))
      const { db, pool } = await import('@/lib/server/database/db')
      await db.$disconnect()
      await pool.end()
    }
    // In a separate process, which connects with the site's role and not as the owner.
    const env = childEnvironment({ ...site.variables, WEB_DATABASE_URL: site.webUrl, LOG_LEVEL: 'warn', NODE_ENV: 'production' })
    await runNode([...COMMAND_FLAGS, 'tests/bench/main.ts', ...words], { env }, 'The measurements ended early')
  } finally {
    await site.release()
  }
})
