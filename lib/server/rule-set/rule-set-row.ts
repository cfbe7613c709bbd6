import 'server-only'
import { z } from 'zod'
import { parseRuleSet } from '@/lib/rules/parse-rule-set'
import type { Sources } from '@/lib/rules/setting-basis'
import { type RuleSet, STATUSES } from '@/lib/rules/types'
import type { RuleSetState } from '@/lib/workflow/states'
import { db } from '../database/db'

const sources = z.record(z.string(), z.object({ document: z.string(), clause: z.string().optional(), status: z.enum(STATUSES).optional() }))

/** A version of the rules as it is stored. */
export interface RuleSetRow {
  id: string
  code: string
  state: RuleSetState
  version: number
  title: string
  effectiveYear: number
  content: RuleSet
  sources: Sources
  baseId: string | null
  editors: readonly string[]
  createdAt: Date
  publishedAt: Date | null
  publishedBy: string | null
}

const SELECT = {
  id: true,
  code: true,
  state: true,
  version: true,
  title: true,
  effectiveYear: true,
  content: true,
  sources: true,
  baseId: true,
  editors: true,
  createdAt: true,
  publishedAt: true,
  publishedBy: true,
} as const

/** Null where there is none of that id. Throws where what is stored is no rule set: nothing may be counted by it. */
export async function findRuleSetRow(id: string): Promise<RuleSetRow | null> {
  const row = await db.ruleSetVersion.findUnique({ where: { id }, select: SELECT })
  if (!row) return null
  const parsed = parseRuleSet(row.content)
  if (!parsed.ok)
    throw new Error(`the stored rule set ${row.code}: ${parsed.issues.map(({ path, message }) => `${path} ${message}`).join('; ')}`)
  return { ...row, content: parsed.value, sources: sources.parse(row.sources) }
}
