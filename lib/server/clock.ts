import 'server-only'
import { cache } from 'react'
import { z } from 'zod'
import { db } from './db'

const demonstration = z.object({ offsetMs: z.number().int() })

/** How far the demonstration's clock stands from the real one; null outside the demonstration, where it does not exist. */
export const demonstrationOffset = cache(async (): Promise<number | null> => {
  if (process.env.XUESHI_DEMO !== '1') return null
  const row = await db.setting.findUnique({ where: { key: 'demonstration' }, select: { value: true } })
  return row ? demonstration.parse(row.value).offsetMs : null
})

/** The present instant: the demonstration's where this is one. Domain code takes it as an argument. */
export async function now(): Promise<Date> {
  const real = Date.now()
  return new Date(real + ((await demonstrationOffset()) ?? 0))
}
