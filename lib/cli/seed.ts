import { db, pool } from '@/lib/server/database/db'
import { seedDemo } from '@/prisma/seed/demo'
import { seedReference } from '@/prisma/seed/reference'
import { runMain } from './sentence'

// Run by prepareDatabase in a process of its own, with the owner's connection in the environment: reference data always (they are the
// same however often), the demonstration city when XUESHI_DEMO is 1.

await runMain(async () => {
  try {
    await seedReference(db)
    if (process.env.XUESHI_DEMO === '1') await seedDemo(db, (line) => console.log(`    ${line}`))
  } finally {
    await db.$disconnect()
    await pool.end()
  }
})
