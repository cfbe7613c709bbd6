import { applyMigrations } from './migrations'
import { driftOf, sqlFromEmpty } from './schema-drift'
import { runMain } from './sentence'
import { startThrowaway } from './throwaway-postgres'

// For developers: prints the SQL of the next migration, which is the difference between prisma/migrations and prisma/schema; with
// --from-empty, the SQL of the whole schema.

async function nextMigration(): Promise<string> {
  const postgres = await startThrowaway()
  try {
    await applyMigrations(postgres.url)
    return (await driftOf(postgres.url)) ?? '-- prisma/migrations already make what prisma/schema says.\n'
  } finally {
    await postgres.stop()
  }
}

await runMain(async () => {
  process.stdout.write(await (process.argv.includes('--from-empty') ? sqlFromEmpty() : nextMigration()))
})
