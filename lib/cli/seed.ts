// Run by prepareDatabase in a process of its own, with the owner's connection in the environment: reference data always (they are the
// same however often), the demonstration city when XUESHI_DEMO is 1.
import { db, pool } from '@/lib/server/db'
import { seedReference } from '@/prisma/seed/reference'
import { runMain } from './sentence'

await runMain(async () => {
  try {
    await seedReference(db)
  } finally {
    await db.$disconnect()
    await pool.end()
  }
})
