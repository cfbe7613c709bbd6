import { applyMigrations } from './migrations'
import { driftOf, sqlFromEmpty } from './schema-drift'
import { runMain } from './sentence'
import { startThrowaway } from './throwaway-postgres'

// A developer's tool: prints the SQL of the next migration, what prisma/schema has beyond prisma/migrations; with --from-empty, of all of it.

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
