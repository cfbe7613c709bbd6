import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, yearOf } from '@/lib/calendar/plain-date'
import { type OpenPlace, openPlaces } from '@/lib/rules/open-questions'
import { statesIn } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import { forbidden } from '../input/errors'
import { findRuleSetRow, type RuleSetRow } from './rule-set-row'

export interface OpenQuestions {
  year: number
  /** The version in force. */
  row: RuleSetRow
  places: OpenPlace[]
  /** Drafts in which one of them can be confirmed, the latest first. */
  drafts: { id: string; title: string }[]
}

/** What of the rules in force this year is not law as it stands in our copy, and the drafts that could settle it. */
export async function readOpenQuestions(actor: Actor, now: Date): Promise<OpenQuestions> {
  if (!can(actor, 'rules_edit', {})) throw forbidden()
  const year = yearOf(dateInShanghai(now))
  const [version, drafts] = await Promise.all([
    db.ruleSetVersion.findFirst({
      where: { state: { in: statesIn('rule_set', 'in_force') }, effectiveYear: { lte: year } },
      orderBy: [{ effectiveYear: 'desc' }, { publishedAt: 'desc' }, { id: 'desc' }],
      select: { id: true },
    }),
    db.ruleSetVersion.findMany({
      where: { state: { in: statesIn('rule_set', 'editable') } },
      orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
      take: 20,
      select: { id: true, title: true },
    }),
  ])
  const row = version ? await findRuleSetRow(version.id) : null
  if (!row) throw new Error('no rules are in force')
  return { year, row, places: openPlaces(row.content, row.sources, year), drafts }
}
