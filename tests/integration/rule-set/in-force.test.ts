import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { type PlainDate, plainDate } from '@/lib/calendar/plain-date'
import { db } from '@/lib/server/database/db'
import { inTransaction } from '@/lib/server/database/in-transaction'
import { runOnce } from '@/lib/server/database/statement'
import { loadLedgers, rewriteLedgers } from '@/lib/server/ledger/ledgers'
import { freshRules, raiseRulesRevision, ruleSetInForce, rulesAtHand } from '@/lib/server/rule-set/in-force'
import { commitTransitions } from '@/lib/server/transition/commit-transitions'
import { StaleLedger } from '@/lib/server/transition/fresh-ledgers'
import { seedReference } from '@/prisma/seed/reference'
import { makeBureau, makePerson, noon } from '@/tests/builders/city'
import { makeRegistered } from '@/tests/builders/credited'

let county: Actor
const now = noon('2025-11-10')
const ledgerOf = (personId: string) => db.year.findUniqueOrThrow({ where: { personId_year: { personId, year: 2025 } } })

beforeAll(async () => {
  await seedReference(db)
  county = await makeBureau('341202')
})

const courseware = (completedOn: string, labelledHours: number) =>
  ({ title: '公需科目课程', completedOn, subject: 'public', details: { platform: 'ahou', labelledHours } }) as const

/** What an administrator's change does, in one transaction. */
async function closePlatform(code: string, until: PlainDate | null): Promise<void> {
  await inTransaction(async (on) => {
    await runOnce((db) => db.updateTable('platform').set({ until_on: until }).where('code', '=', code), on)
    await raiseRulesRevision(on)
  })
}

test('the published rules are those of the database: the shipped figures, the platforms of the register', async () => {
  const { revision, sets } = await freshRules()
  expect(revision).toBeGreaterThan(1)
  expect(sets.map((set) => set.id)).toEqual(['anhui-2025'])
  expect(ruleSetInForce(2025).platforms).toContainEqual(expect.objectContaining({ code: 'ahou', from: '2025-01-01', until: '2026-05-31' }))
})

test('what writes a ledger reads rules that changed meanwhile, before anybody looked', async () => {
  const person = await makePerson(null)
  await makeRegistered(person, county, 'courseware', courseware('2025-06-30', 10))
  expect(Number((await ledgerOf(person.personId)).total)).toBe(10)
  const before = rulesAtHand().revision
  await closePlatform('ahou', plainDate('2025-06-29'))
  expect(rulesAtHand().revision).toBe(before)
  await makeRegistered(person, county, 'courseware', courseware('2025-06-29', 5))
  expect(Number((await ledgerOf(person.personId)).total)).toBe(5)
  expect(rulesAtHand().revision).toBe(before + 1)
  await closePlatform('ahou', plainDate('2026-05-31'))
})

test('a ledger computed by rules that were replaced before it was written is stale, not written', async () => {
  const person = await makePerson(null)
  await makeRegistered(person, county, 'courseware', courseware('2025-06-30', 10))
  const ledgers = (await loadLedgers([person.personId])).get(person.personId)
  if (!ledgers) throw new Error('no ledgers')
  const { writes } = rewriteLedgers(ledgers, { choice: { year: 2025, recordId: null } })
  const commit = {
    transitions: [],
    inserts: {},
    ledgers: writes,
    people: [{ id: person.personId, ledgerVersion: ledgers.ledgerVersion, rulesRevision: ledgers.rules.revision }],
  }
  await closePlatform('aust', plainDate('2025-12-31'))
  const { version } = await ledgerOf(person.personId)
  await expect(commitTransitions(county, commit, now)).rejects.toThrow(StaleLedger)
  expect((await ledgerOf(person.personId)).version).toBe(version)
})
