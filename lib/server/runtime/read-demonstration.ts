import 'server-only'
import { cache } from 'react'
import { z } from 'zod'
import { ROLES } from '@/lib/access/types'
import { db } from '../database/db'

const demonstration = z.object({
  /** How far its clock stands from the real one. */
  offsetMs: z.number().int(),
  accounts: z.array(z.object({ login: z.string(), name: z.string(), role: z.enum(ROLES), organization: z.string().nullable() })),
})
export type Demonstration = z.infer<typeof demonstration>

/** The demonstration's clock and accounts; null outside of it, where neither exists. One read a request. */
export const readDemonstration = cache(async (): Promise<Demonstration | null> => {
  if (process.env.XUESHI_DEMO !== '1') return null
  const row = await db.setting.findUnique({ where: { key: 'demonstration' }, select: { value: true } })
  return row ? demonstration.parse(row.value) : null
})
