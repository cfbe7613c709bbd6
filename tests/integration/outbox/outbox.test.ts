import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { db, pool } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import type { Mail } from '@/lib/server/outbox/mail-type'
import { purgeOld } from '@/lib/server/outbox/purge'
import { readDemonstrationMails, showsMails } from '@/lib/server/outbox/read-demonstration-mails'
import { sendDueMails } from '@/lib/server/outbox/send-mail'
import { encryptPersonal } from '@/lib/server/security/personal-number'
import { type ObjectorMailTemplate, objectorMailRow } from '@/lib/server/transition/objector-mail'
import { noon } from '@/tests/builders/city'
import { expected } from '@/tests/support/expected'

const SITE = 'https://xueshi.example.cn/'
const start = noon('2025-11-18')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const VALUES = { unit: '清河医院', year: 2025, number: 3, position: 2, title: '急救<script>培训', code: 'abcDEF-123' }

beforeEach(async () => {
  await db.outbox.deleteMany()
})
afterEach(async () => {
  delete process.env.XUESHI_DEMO
  await db.setting.deleteMany({ where: { key: 'demonstration' } })
})

async function put(address = 'zhang@example.com', template: ObjectorMailTemplate = 'objection_confirm', values: object = VALUES) {
  const contact = { contactKind: 'email' as const, contactCipher: new Uint8Array(encryptPersonal(address)) }
  const row = objectorMailRow({ contact, template, values: values as Record<string, string> }, start)
  if (!row) throw new Error('no mail')
  await db.outbox.create({ data: { id: row.id, kind: 'mail', payload: row.payload as object, at: start, nextAt: start } })
  return row.id
}

const rowOf = (id: string) => db.outbox.findUniqueOrThrow({ where: { id } })

describe('sending', () => {
  test('says everything in both languages, with the link under the site’s own address, once', async () => {
    const id = await put()
    const mails: Mail[] = []
    const send = async (mail: Mail) => void mails.push(mail)
    expect(await sendDueMails(send, SITE, start)).toEqual({ sent: 1, failed: 0 })
    expect(await sendDueMails(send, SITE, later(600))).toEqual({ sent: 0, failed: 0 })
    const [mail] = mails
    expect(mails).toHaveLength(1)
    expect(mail?.to).toBe('zhang@example.com')
    expect(mail?.subject).toMatch(/请确认.* \/ Please confirm/)
    expect(mail?.text.match(/https:\/\/xueshi\.example\.cn\/board\/objection\/abcDEF-123$/gm)).toHaveLength(2)
    expect(mail?.text).toContain('清河医院 公示〔2025〕3号第 2 条')
    expect(mail?.text).toContain('急救<script>培训')
    expect((await rowOf(id)).sentAt).toEqual(start)
  })

  test.each([
    ['objection_decided', 'uphold', '异议成立', 'is upheld'],
    ['objection_decided', 'dismiss', '异议不成立', 'is dismissed'],
    ['objection_appeal_decided', 'allow', '申诉成立', 'is allowed'],
    ['objection_appeal_decided', 'refuse', '申诉不成立', 'is refused'],
  ] as const)('%s, %s', async (template, verdict, zh, en) => {
    await put('a@example.com', template, { unit: '某单位', year: 2025, number: 1, title: '会议', verdict, finding: '{已}核查' })
    const mails: Mail[] = []
    await sendDueMails(async (mail) => void mails.push(mail), SITE, start)
    for (const part of [zh, en, '{已}核查']) expect(mails[0]?.text).toContain(part)
    expect(mails[0]?.text).not.toContain('http')
  })

  test('what failed is tried again, later each time, and keeps no word of the server', async () => {
    const id = await put('secret@example.com')
    const fail = async () => {
      throw Object.assign(new Error('550 no such user secret@example.com'), { code: 'EENVELOPE', responseCode: 550 })
    }
    expect(await sendDueMails(fail, SITE, start)).toEqual({ sent: 0, failed: 1 })
    const first = await rowOf(id)
    expect(first).toMatchObject({ attempts: 1, sentAt: null, failure: 'EENVELOPE 550' })
    expect(first.nextAt).toEqual(later(1))
    expect(await sendDueMails(fail, SITE, new Date(later(1).getTime() - 1))).toEqual({ sent: 0, failed: 0 })
    await sendDueMails(fail, SITE, later(1))
    expect((await rowOf(id)).nextAt).toEqual(later(3))
    await sendDueMails(async () => undefined, SITE, later(3))
    expect(await rowOf(id)).toMatchObject({ attempts: 3, failure: null, sentAt: later(3) })
  })

  test('given up after a dozen tries', async () => {
    const id = await put()
    const fail = async () => {
      throw new Error('down')
    }
    for (let attempt = 0; attempt < 20; attempt += 1) await sendDueMails(fail, SITE, later(attempt * 400))
    expect(await rowOf(id)).toMatchObject({ attempts: 12, failure: 'Error', sentAt: null })
  })

  test('several senders at once take each mail once', async () => {
    for (let index = 0; index < 30; index += 1) await put(`a${index}@example.com`)
    const taken: string[] = []
    const send = async ({ to }: Mail) => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      taken.push(to)
    }
    for (let round = 0; round < 3; round += 1) await Promise.all([1, 2, 3].map(() => sendDueMails(send, SITE, start)))
    expect(taken).toHaveLength(30)
    expect(new Set(taken).size).toBe(30)
  })

  test('one that cannot be read does not keep the others', async () => {
    const broken = newId()
    await db.outbox.create({ data: { id: broken, kind: 'mail', payload: { to: 'somebody@example.com' }, at: start, nextAt: start } })
    await put()
    expect(await sendDueMails(async () => undefined, SITE, start)).toEqual({ sent: 1, failed: 1 })
    expect((await rowOf(broken)).failure).not.toContain('somebody')
  })
})

test('old answers, counters and sent mails are forgotten, young ones stay', async () => {
  const id = await put()
  await pool.query(
    `INSERT INTO idempotency_key (key, action, body_hash, at) VALUES ('old', 'x', '\\x00', now() - interval '3 days'), ('new', 'x', '\\x00', now())`,
  )
  await pool.query(`INSERT INTO rate_window (key, started_at, count) VALUES ('old', now() - interval '2 days', 9), ('new', now(), 1)`)
  await pool.query(`UPDATE outbox SET sent_at = now() - interval '31 days' WHERE id = $1`, [id])
  const waiting = await put()
  await purgeOld()
  expect((await db.idempotencyKey.findMany()).map(({ key }) => key)).toEqual(['new'])
  expect((await db.rateWindow.findMany()).map(({ key }) => key)).toEqual(['new'])
  expect((await db.outbox.findMany()).map((row) => row.id)).toEqual([waiting])
})

describe('in the demonstration', () => {
  test('mails are shown, the latest first, with the address masked', async () => {
    process.env.XUESHI_DEMO = '1'
    await db.setting.create({ data: { key: 'demonstration', value: { offsetMs: 0, accounts: [] }, changedAt: start } })
    await put('zhang@example.com')
    expect(await showsMails()).toBe(true)
    const [mail] = await readDemonstrationMails('en')
    expect(mail).toMatchObject({ to: 'z***@example.com', path: '/board/objection/abcDEF-123' })
    expect(mail?.subject).toMatch(/^Please confirm/)
    expect(mail?.other.subject).toMatch(/^请确认/)
  })

  test('outside of it there is no such thing', async () => {
    await put()
    expect(await showsMails()).toBe(false)
    expect((await expected(readDemonstrationMails('en'))).code).toBe('not_found')
  })
})
