import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { db } from '@/lib/server/database/db'
import { readFilingQueue } from '@/lib/server/filing/read-filing-queue'
import { readFilings } from '@/lib/server/filing/read-filings'
import { readHistoricQueue } from '@/lib/server/historic/read-historic-queue'
import { verifyChains } from '@/lib/server/integrity/verify-chains'
import { recountLedgers } from '@/lib/server/ledger/recount-ledgers'
import { readWaitingCounts } from '@/lib/server/notification/read-waiting-counts'
import { readObjections } from '@/lib/server/objection/read-objections'
import { readAppeals } from '@/lib/server/record/review/read-appeals'
import { readReviewQueue } from '@/lib/server/record/review/read-review-queue'
import { readVerificationQueue } from '@/lib/server/record/review/read-verification-queue'
import { now as demonstrationNow } from '@/lib/server/runtime/clock'
import { indexPersonal } from '@/lib/server/security/personal-number'
import { readAuthorityTerms, readTermQueue } from '@/lib/server/term/read-term-queue'
import { readAuthorityQueue, readCertificationQueue } from '@/lib/server/year/read-certification-queue'
import { CERTIFICATE_STATES, FILING_STATES, RECORD_STATES, YEAR_STATES } from '@/lib/workflow/states'
import { seedDemo } from '@/prisma/seed/demo'
import { seedReference } from '@/prisma/seed/reference'
import { testDatabase } from '@/tests/support/database'

beforeAll(async () => {
  await seedReference(db)
  await seedDemo(db)
})

async function statesOf(table: string): Promise<string[]> {
  const { rows } = await testDatabase().owner.query<{ state: string }>(`SELECT DISTINCT state::text FROM ${table}`)
  return rows.map((row) => row.state).sort()
}

test('every state of a record, a year, a filing and a certificate is in the demonstration city', async () => {
  expect(await statesOf('hour_record')).toEqual([...RECORD_STATES].sort())
  expect(await statesOf('year')).toEqual([...YEAR_STATES].sort())
  expect(await statesOf('filing')).toEqual([...FILING_STATES].sort())
  expect(await statesOf('publicity_batch')).toEqual(['cancelled', 'confirmed', 'open'])
  expect(await statesOf('certificate')).toEqual([...CERTIFICATE_STATES].sort())
})

test('all categories are in it', async () => {
  const { rows } = await testDatabase().owner.query('SELECT count(DISTINCT category)::int AS n FROM hour_record')
  expect(rows[0].n).toBe(14)
})

test('its ledgers equal a recount, its chains hold, every thing stands where its last event left it', async () => {
  expect(await recountLedgers()).toEqual([])
  expect(await verifyChains()).toEqual([])
  for (const table of ['hour_record', 'publicity_batch', 'objection', 'filing', 'certificate']) {
    const { rows } = await testDatabase().owner.query(
      `SELECT t.id FROM ${table} t WHERE t.state::text IS DISTINCT FROM
         (SELECT e.to_state FROM event e WHERE e.stream_id = t.id ORDER BY e.seq DESC LIMIT 1)`,
    )
    expect(rows).toEqual([])
  }
})

test('nobody decided on their own record', async () => {
  const { rows } = await testDatabase().owner.query(
    `SELECT e.id FROM event e JOIN hour_record r ON r.id = e.stream_id JOIN account a ON a.id = e.actor_id
     WHERE e.event IN ('accept', 'confirm', 'verify', 'reject', 'return', 'dismiss', 'uphold', 'allow', 'refuse') AND a.person_id = r.person_id`,
  )
  expect(rows).toEqual([])
})

test('what the menu says waits is what the pages list', async () => {
  const grants = await db.roleGrant.findMany({
    where: { endedAt: null },
    select: { id: true, role: true, organizationId: true, accountId: true, organization: { select: { regionCode: true } } },
  })
  const now = await demonstrationNow()
  const today = dateInShanghai(now)
  const none = { q: '', after: null }
  let seen = 0
  for (const { id, organization, ...grant } of grants) {
    const actor: Actor = { ...grant, personId: null, grantId: id, regionCode: organization.regionCode }
    const counts = await readWaitingCounts(actor, today)
    const lists: Record<string, () => Promise<{ rows: unknown[] }>> = {
      'employer.review': () => readReviewQueue(actor, { ...none, category: null }, now),
      'employer.objections': () => readObjections(actor, { ...none, state: 'waiting' }, now),
      'bureau.verification': () => readVerificationQueue(actor, { ...none, category: null, kind: null, region: null }, now),
      'bureau.certification': async () => {
        const here = { ...none, region: null }
        const queues = await Promise.all([
          readCertificationQueue(actor, { ...here, kind: null }),
          readTermQueue(actor, here),
          readHistoricQueue(actor, here),
        ])
        return { rows: queues.flatMap((queue): unknown[] => queue.rows) }
      },
      'bureau.appeals': () => readAppeals(actor, none, now),
      'authority.years': async () => {
        const [years, terms] = await Promise.all([readAuthorityQueue(actor, none), readAuthorityTerms(actor, '')])
        return { rows: [...years.rows, ...terms] }
      },
      'authority.filings': () => readFilingQueue(actor, none, now),
      'bureau.filings': () => readFilingQueue(actor, none, now),
      'provider.filings': () => readFilings(actor, { ...none, state: 'returned', from: null, to: null }, now),
      'employer.trainings': () => readFilings(actor, { ...none, state: 'returned', from: null, to: null }, now),
    }
    for (const [key, list] of Object.entries(lists)) {
      if (counts[key] === undefined) continue
      const { rows } = await list()
      expect(counts[key], `${grant.role} of ${organization.regionCode}: ${key}`).toBe(rows.length)
      seen += rows.length
    }
  }
  expect(seen).toBeGreaterThan(10)
})

test('the people whom the README gives for a roster are there, by their numbers', async () => {
  const given = [...readFileSync('README.md', 'utf8').matchAll(/(\p{Script=Han}{2,4}) (341299\d{11}[\dX])/gu)].map(
    ([, name = '', number = '']) => ({
      name,
      number,
    }),
  )
  expect(given).toHaveLength(4)
  for (const { name, number } of given) {
    const person = await db.person.findUnique({ where: { idNumberIndex: new Uint8Array(indexPersonal(number)) }, select: { name: true } })
    expect(person?.name, number).toBe(name)
  }
})
