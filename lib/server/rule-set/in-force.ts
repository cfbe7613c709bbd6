import 'server-only'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { ruleSetById, ruleSetFor, ruleSets as shipped } from '@/lib/rules/rule-sets'
import type { Platform, RuleSet, Subject } from '@/lib/rules/types'
import { statesIn } from '@/lib/workflow/state-groups'
import { type Queryable, statement, textArray } from '../database/statement'
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
  const [row] = await revisionNow({})
  return rulesAt(row?.revision ?? 0)
}

const revisionNow = statement('rules-revision', (db, _: object) => db.selectFrom('rules_revision').select('revision'))

const publishedRules = statement('published-rules', (db, _: object) =>
  db.selectFrom('rules_revision as v').select((eb) => [
    'v.revision',
    jsonArrayFrom(
      eb
        .selectFrom('rule_set_version as s')
        .select((s) => ['s.code', 's.title', s.ref('s.content').$castTo<RuleSet>().as('content')])
        .where('s.state', 'in', statesIn('rule_set', 'in_force'))
        .orderBy('s.effective_year')
        .orderBy('s.published_at', 'desc')
        .orderBy('s.id', 'desc'),
    ).as('versions'),
    jsonArrayFrom(
      eb
        .selectFrom('platform as p')
        .select((p) => [
          'p.code',
          'p.name',
          textArray<Subject>(p.ref('p.subjects')).as('subjects'),
          'p.from_on as from',
          'p.until_on as until',
          'p.status',
          'p.source',
        ])
        .orderBy('p.code')
        .orderBy('p.from_on'),
    ).as('platforms'),
  ]),
)
type PublishedRules = Awaited<ReturnType<typeof publishedRules>>[number]

/** Of two that begin to rule in the same year the one that was published last stands first, and is the one in force. */
async function readRules(): Promise<Rules> {
  const [row] = await publishedRules({})
  if (!row || row.versions.length === 0) return kept.rules
  // Two may read at once: the later revision stays.
  if (row.revision > kept.rules.revision) {
    const platforms = row.platforms.map(toPlatform)
    const sets = row.versions.map(({ content }) => ({ ...content, platforms }))
    const titles = Object.fromEntries(row.versions.map(({ code, title }) => [code, title]))
    kept.rules = { revision: row.revision, sets, titles }
  }
  kept.checkedAt = Date.now()
  return kept.rules
}

function toPlatform({ code, name, subjects, from, until, status, source }: PublishedRules['platforms'][number]): Platform {
  return {
    code,
    name,
    subjects,
    from,
    ...(until === null ? {} : { until }),
    clause: source,
    nameStatus: status,
    fromStatus: status,
  }
}

const raise = statement('rules-revision-raise', (db, _: object) =>
  db.updateTable('rules_revision').set((eb) => ({ revision: eb('revision', '+', 1) })),
)

/** To be part of the transaction that changes a published rule set or the register of platforms: every process reads the rules anew. */
export async function raiseRulesRevision(on?: Queryable): Promise<void> {
  await raise({}, on)
}
