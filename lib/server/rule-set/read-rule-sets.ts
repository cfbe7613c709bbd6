import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { RuleSetState } from '@/lib/workflow/states'
import { db } from '../database/db'
import { forbidden } from '../input/errors'

export interface RuleSetEntry {
  id: string
  code: string
  state: RuleSetState
  title: string
  effectiveYear: number
  /** The last year it rules, while others came after it; null: all that follow. */
  untilYear: number | null
  /** Another version has since taken its place from the same year on. */
  replaced: boolean
  at: string
  by: string | null
}

/** Every version, the published ones in the order in which they rule, and the drafts, the latest first. */
export async function readRuleSets(
  actor: Actor,
): Promise<{ published: RuleSetEntry[]; drafts: RuleSetEntry[]; discarded: RuleSetEntry[] }> {
  if (!can(actor, 'rules_edit', {})) throw forbidden()
  const rows = await db.ruleSetVersion.findMany({
    select: {
      id: true,
      code: true,
      state: true,
      title: true,
      effectiveYear: true,
      changedAt: true,
      publishedAt: true,
      publishedBy: true,
      editors: true,
    },
    orderBy: [{ effectiveYear: 'desc' }, { publishedAt: 'desc' }, { id: 'desc' }],
    take: 500,
  })
  const names = await namesOf(rows.flatMap(({ publishedBy, editors }) => [publishedBy, editors[0]]))
  const inForce = rows.filter(({ state }) => isInGroup('rule_set', state, 'in_force'))
  const entry = ({ editors, publishedBy, publishedAt, changedAt, ...row }: (typeof rows)[number]): RuleSetEntry => {
    const later = inForce.filter(({ effectiveYear }) => effectiveYear > row.effectiveYear).map(({ effectiveYear }) => effectiveYear)
    const first = inForce.find(({ effectiveYear }) => effectiveYear === row.effectiveYear)
    return {
      ...row,
      untilYear: later.length > 0 ? Math.min(...later) - 1 : null,
      replaced: isInGroup('rule_set', row.state, 'in_force') && first !== undefined && first.id !== row.id,
      at: (publishedAt ?? changedAt).toISOString(),
      by: names.get(publishedBy ?? editors[0] ?? '') ?? null,
    }
  }
  return {
    published: inForce.map(entry),
    drafts: rows.filter(({ state }) => isInGroup('rule_set', state, 'editable')).map(entry),
    discarded: rows.filter(({ state }) => isInGroup('rule_set', state, 'discarded')).map(entry),
  }
}

/** What accounts are called, by id. */
export async function namesOf(accountIds: readonly (string | null | undefined)[]): Promise<Map<string, string>> {
  const ids = [...new Set(accountIds.filter((id): id is string => typeof id === 'string'))]
  const accounts = await db.account.findMany({ where: { id: { in: ids } }, select: { id: true, displayName: true } })
  return new Map(accounts.map(({ id, displayName }) => [id, displayName]))
}
