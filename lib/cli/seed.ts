// Run by prepareDatabase in a process of its own, with the owner's connection in the environment: reference data always (they are the
// same however often), the demonstration city when XUESHI_DEMO is 1.
import { existsSync } from 'node:fs'
import { db, pool } from '@/lib/server/db'
import { rootFolder } from './root'
import { runMain } from './sentence'

await runMain(async () => {
  for (const [file, name] of [
    ['reference', 'seedReference'],
    ['demo', 'seedDemo'],
  ]) {
    const path = `${rootFolder}/prisma/seed/${file}.ts`
    if (!existsSync(path)) continue
    if (file === 'demo' && process.env.XUESHI_DEMO !== '1') continue
    const m = await import(path)
    await m[name](db, (line: string) => console.log(line))
  }
  await db.$disconnect()
  await pool.end()
})
