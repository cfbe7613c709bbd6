import 'server-only'
import { plainDate } from '@/lib/calendar/plain-date'
import { ruleSetById, ruleSetFor, ruleSets as shipped } from '@/lib/rules/rule-sets'
import type { Platform, RuleSet, Status, Subject } from '@/lib/rules/types'
import { statesIn } from '@/lib/workflow/state-groups'
import { pool } from '../database/db'
import { log } from '../runtime/log'

/** The published rule sets, each with the platforms of the register, as they stood at a revision. */
export interface Rules {
  revision: number
  sets: readonly RuleSet[]
  /** What those who published them call them, by id. */
  titles: Readonly<Record<string, string>>
}

/** How old a copy may be that nobody has held against the database; whatever writes a ledger does so each time. */
const KEPT_MS = 5_000

interface Kept {
  rules: Rules
  /** When the database was last asked; null: never. */
  checkedAt: number | null
  checking?: Promise<Rules>
}

// One copy a process, over all bundles of the server. A process that never looked at the database has what ships with the software.
const world = globalThis as typeof globalThis & { xueshiRules?: Kept }
world.xueshiRules ??= { rules: { revision: 0, sets: shipped, titles: {} }, checkedAt: null }
const kept = world.xueshiRules

/**
 * The rules as this process knows them, without a query: at most some seconds old. A page that shows what a figure is reads this;
 * whatever writes hours holds `rulesAt` the revision that it read beside its data, and the commit refuses an older one.
 */
export function rulesAtHand(): Rules {
  if (kept.checkedAt !== null && Date.now() - kept.checkedAt > KEPT_MS)
    freshRules().catch((error: unknown) => log.warn({ err: error }, 'the rules could not be read again'))
  return kept.rules
}

/** The rule set in force for a credit year, of the rules at hand. Throws a RangeError where none serves it. */
export function ruleSetInForce(year: number): RuleSet {
  return ruleSetFor(year, rulesAtHand().sets)
}

/** The published rule set of that name, of the rules at hand. */
export function ruleSetNamed(code: string): RuleSet | undefined {
  return ruleSetById(code, rulesAtHand().sets)
}

/** The rules of that revision or a later one: read anew only where this process has an older one. */
export async function rulesAt(revision: number): Promise<Rules> {
  if (kept.rules.revision < revision) return readRules()
  kept.checkedAt = Date.now()
  return kept.rules
}

/** The rules as the database has them now. One small look where nothing changed; several callers share it. */
export function freshRules(): Promise<Rules> {
  kept.checking ??= check().finally(() => {
    kept.checking = undefined
  })
  return kept.checking
}

async function check(): Promise<Rules> {
  // Also where it fails: a database that is away is not asked again with every page.
  kept.checkedAt = Date.now()
  const { rows } = await pool.query<{ revision: number }>({ name: 'rules-revision', text: 'SELECT revision FROM rules_revision' })
  return rulesAt(rows[0]?.revision ?? 0)
}

interface StoredPlatform {
  code: string
  name: string
  subjects: Subject[]
  from: string
  until: string | null
  status: Status
  source: string
}

/** Of two that begin to rule in the same year the one that was published last stands first, and is the one in force. */
async function readRules(): Promise<Rules> {
  const { rows } = await pool.query<{ revision: number; sets: RuleSet[]; titles: Record<string, string>; platforms: StoredPlatform[] }>({
    name: 'published-rules',
    text: `SELECT v.revision,
        (SELECT coalesce(json_agg(s.content ORDER BY s.effective_year, s.published_at DESC, s.id DESC), '[]') FROM rule_set_version s
          WHERE s.state::text = ANY($1)) AS sets,
        (SELECT coalesce(json_object_agg(s.code, s.title), '{}') FROM rule_set_version s WHERE s.state::text = ANY($1)) AS titles,
        (SELECT coalesce(json_agg(json_build_object('code', p.code, 'name', p.name, 'subjects', p.subjects, 'from', p.from_on, 'until', p.until_on,
          'status', p.status, 'source', p.source) ORDER BY p.code, p.from_on), '[]') FROM platform p) AS platforms
      FROM rules_revision v`,
    values: [statesIn('rule_set', 'in_force')],
  })
  const [row] = rows
  if (!row || row.sets.length === 0) return kept.rules
  // Two may read at once: the later revision stays.
  if (row.revision > kept.rules.revision) {
    const platforms = row.platforms.map(toPlatform)
    kept.rules = { revision: row.revision, sets: row.sets.map((set) => ({ ...set, platforms })), titles: row.titles }
  }
  kept.checkedAt = Date.now()
  return kept.rules
}

function toPlatform({ code, name, subjects, from, until, status, source }: StoredPlatform): Platform {
  return {
    code,
    name,
    subjects,
    from: plainDate(from),
    ...(until === null ? {} : { until: plainDate(until) }),
    clause: source,
    nameStatus: status,
    fromStatus: status,
  }
}

/** To be part of the transaction that changes a published rule set or the register of platforms: every process reads the rules anew. */
export const RAISE_RULES_REVISION = 'UPDATE rules_revision SET revision = revision + 1'
