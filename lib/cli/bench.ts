import { parseArguments } from './ask'
import { COMMAND_FLAGS, childEnvironment, runNode } from './run-node'
import { fillScaleDatabase, openScaleDatabase, peopleFrom } from './scale-database'
import { runMain } from './sentence'

// `npm run bench [-- --people N] [--database URL] [PART]`: measures on the scale data, which it makes in .data/bench where they are not there.

const DEFAULT_PEOPLE = 20_000

await runMain(async () => {
  const { options, words } = parseArguments(['people', 'database'])
  const { site, people: there } = await openScaleDatabase(options.get('database'))
  try {
    if (there === 0) {
      await fillScaleDatabase(peopleFrom(options.get('people'), DEFAULT_PEOPLE))
      const { db, pool } = await import('@/lib/server/database/db')
      await db.$disconnect()
      await pool.end()
    }
    // In a process of its own: it measures as the site's role does.
    const env = childEnvironment({ ...site.variables, WEB_DATABASE_URL: site.webUrl, LOG_LEVEL: 'warn', NODE_ENV: 'production' })
    await runNode([...COMMAND_FLAGS, 'tests/bench/main.ts', ...words], { env }, 'The measurements ended early')
  } finally {
    await site.release()
  }
})
