import { db, pool } from '@/lib/server/database/db'
import { seedDemo } from '@/prisma/seed/demo'
import { seedReference } from '@/prisma/seed/reference'
import { runMain } from './sentence'

// Run by prepareDatabase in a separate process, with the owner's connection in the environment: writes the reference data, which is
// idempotent, and the demonstration data where XUESHI_DEMO is 1.

await runMain(async () => {
  try {
    await seedReference(db)
    if (process.env.XUESHI_DEMO === '1') await seedDemo(db, (line) => console.log(`    ${line}`))
  } finally {
    await db.$disconnect()
    await pool.end()
  }
})
