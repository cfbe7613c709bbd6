import { applyMigrations, openWebRole } from './migrations'
import { runMain } from './sentence'
import { openSiteEnvironment } from './site-environment'

// `npm run migrate`: brings the database to the newest migration, and lets the web role in. `npm start` does the same by itself.

await runMain(async () => {
  const site = await openSiteEnvironment()
  try {
    const names = await applyMigrations(site.ownerUrl)
    await openWebRole(site.ownerUrl, site.webUrl)
    console.log(names.length === 0 ? 'Nothing to apply: the database is up to date.' : `Applied: ${names.join(', ')}`)
  } finally {
    await site.release()
  }
})
