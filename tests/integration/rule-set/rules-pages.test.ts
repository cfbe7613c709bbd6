import { beforeAll, expect, test } from 'vitest'
import { compareRuleSets } from '@/lib/rules/compare-rule-sets'
import { CATEGORIES } from '@/lib/rules/types'
import { examplesOf } from '@/lib/rules/what-if/examples'
import { db } from '@/lib/server/database/db'
import { freshRules, ruleSetInForce, ruleSetNamed, rulesAtHand } from '@/lib/server/rule-set/in-force'
import { seedReference } from '@/prisma/seed/reference'
import { statementsOf } from '@/tests/bench/statements'
import { readSources } from '@/tests/support/imports'

beforeAll(async () => {
  await seedReference(db)
  await freshRules()
})

test('what the rules pages and the calculator show is read without a statement', async () => {
  const statements = await statementsOf(async () => {
    for (const set of rulesAtHand().sets) {
      for (const category of CATEGORIES) examplesOf(category, set, 2025)
      compareRuleSets(set, ruleSetNamed('anhui-2025') ?? ruleSetInForce(2025))
    }
  })
  expect(statements).toEqual([])
})

/** The clock of a demonstration and the language are the frame's. */
const WITHOUT_ROWS = ['runtime/clock', 'web/display', 'web/i18n', 'runtime/messages', 'rule-set/in-force', 'input/search'].map(
  (name) => `lib/server/${name}`,
)

test('those pages import no read of the database', () => {
  const pages = readSources().filter(({ path }) => /^app\/\(public\)\/(rules|calculator)\//.test(path))
  expect(pages.length).toBeGreaterThan(15)
  const imported = new Set(
    pages.flatMap(({ imports }) => imports.map(({ target }) => target)).filter((target) => target.startsWith('lib/server/')),
  )
  expect([...imported].filter((target) => !WITHOUT_ROWS.includes(target))).toEqual([])
})
