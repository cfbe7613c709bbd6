// Run by `npm run bench` in a process of its own, as the site's role, on the scale data: measures everything and prints one table.
import { db, pool } from '@/lib/server/database/db'
import { benchCalculator } from './calculator'
import { benchCertificate } from './certificate'
import { benchCrediting } from './crediting'
import { benchRecognition } from './does-it-count'
import { scansOf } from './plans'
import { benchPresses } from './press'
import { benchQueues } from './queues'
import { mainReads } from './reads'
import { benchRoster } from './roster'
import type { BenchRow } from './row'
import { rounded, timed } from './row'
import { benchRuleSets } from './rule-sets'
import { scaleActors } from './scale-actors'
import { benchScripts } from './scripts'
import { type Statement, statementsOf } from './statements'
import { benchDecisions, benchLogging } from './writes'

const only = process.argv[2]

try {
  await printCounts()
  const actors = await scaleActors()
  await part('Crediting', benchCrediting)
  await part('Calculator', async () => benchCalculator())
  await part('Reads', async () => benchReads())
  await part('Queues', () => benchQueues(actors))
  await part('Recognition', () => benchRecognition(actors))
  await part('Records', () => benchLogging(actors))
  await part('Decisions', () => benchDecisions(actors))
  await part('Roster', benchRoster)
  await part('Certificates', benchCertificate)
  await part('Rules', () => benchRuleSets(actors))
  const build = process.env.XUESHI_BUILD_DIR ?? '.next'
  await part('Presses', () => benchPresses(build))
  await part('Scripts', async () => benchScripts(build))

  async function benchReads(): Promise<BenchRow[]> {
    const rows: BenchRow[] = []
    for (const { name, run } of await mainReads(actors)) {
      const statements: Statement[] = await statementsOf(run)
      const scans = [...new Set((await Promise.all(statements.map(scansOf))).flat())]
      await run()
      const took = await timed(run)
      rows.push({ name, value: statements.length, unit: `round trips, ${rounded(took)} ms`, target: '≤ 8, aim 5' })
      if (scans.length > 0) rows.push({ name: `  ${name} reads whole tables`, value: scans.join(', '), unit: '', target: 'none' })
    }
    return rows
  }
} finally {
  await db.$disconnect()
  await pool.end()
}

async function printCounts(): Promise<void> {
  const { rows } = await pool.query<{ name: string; count: string }>(
    `SELECT relname AS name, greatest(reltuples, 0)::bigint AS count FROM pg_class
      WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND reltuples > 0 ORDER BY reltuples DESC LIMIT 12`,
  )
  for (const { name, count } of rows) process.stdout.write(`${name.padEnd(24)} ${Number(count).toLocaleString('en').padStart(14)} rows\n`)
}

async function part(name: string, measure: () => Promise<readonly BenchRow[]>): Promise<void> {
  if (only && !name.toLowerCase().startsWith(only)) return
  const rows = await measure()
  process.stdout.write(`\n${name}\n`)
  for (const row of rows)
    process.stdout.write(`  ${row.name.padEnd(62)} ${value(row.value).padStart(12)} ${row.unit.padEnd(26)} ${row.target}\n`)
}

function value(of: number | string): string {
  return typeof of === 'number' ? of.toLocaleString('en') : of
}
