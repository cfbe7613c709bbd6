import { runMain } from './sentence'
import { prepareDatabase } from './site-database'
import { openSiteEnvironment } from './site-environment'

// `npm run migrate`: brings the database to the newest migration, and lets the web role in. `npm start` does the same by itself.

await runMain(async () => {
  const site = await openSiteEnvironment()
  try {
    const { migrated } = await prepareDatabase(site, false)
    console.log(migrated.length === 0 ? 'Nothing to apply: the database is up to date.' : `Applied: ${migrated.join(', ')}`)
  } finally {
    await site.release()
  }
})
