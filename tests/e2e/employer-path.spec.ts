import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, follow, press, type Sql, test, words } from '../support/e2e'
import { certify, revokeRecord } from './steps/bureau'
import { expectChecked, printed } from './steps/certificate'
import {
  acceptRecord,
  as,
  confirmBatch,
  confirmByMail,
  decideObjection,
  objectByMail,
  objectByPhone,
  openBatch,
  returnRecord,
} from './steps/employer'
import { ofCountyUnit, officerOf, reviewersOf, type Somebody, yearOf } from './steps/people'
import { fillFields, fillRecord, type Logged, logRecord, promisedHours, submit } from './steps/wizard'

// It moves the demonstration's day: others would find their publicity periods ended.
test.use({ ownSite: 'employer-path' })

const TRAINING: Logged = {
  category: 'training',
  answers: {
    subject: 'professional',
    title: '新课程标准与教学评价培训班',
    organizer: '阜阳市专业技术人员继续教育基地',
    assessment: '合格',
    startedOn: '2025-07-07',
    completedOn: '2025年7月16日',
    days: '10',
  },
  filing: '新课程标准与教学评价培训班',
}
const COURSES: Logged = {
  category: 'courseware',
  answers: {
    subject: 'public',
    title: '2025年公需科目学习',
    organizer: '安徽开放大学',
    assessment: '学完',
    platform: 'ahou',
    completedOn: '2025-09-20',
    labelledHours: '34',
  },
}
const EXAM = (number: string): Logged => ({
  category: 'exam',
  answers: { title: '全国专业技术资格考试', number, organizer: '人力资源和社会保障部', assessment: '通过', completedOn: '2025-09-10' },
})
const CONFERENCE: Logged = {
  category: 'conference',
  answers: {
    option: 'provincial',
    presented: 'no',
    subject: 'professional',
    title: '全省专业学术年会',
    organizer: '安徽省教育学会',
    assessment: '参会',
    startedOn: '2025-09-19',
    completedOn: '2025-09-20',
  },
}
const TEACHING: Logged = {
  category: 'teaching',
  answers: {
    subject: 'professional',
    title: '全市骨干专题讲座授课',
    organizer: '阜阳市教育局',
    assessment: '完成',
    completedOn: '2025-10-10',
    times: '2',
    unitApproved: 'yes',
  },
}

// The same steps with scripts and without: forms post, decisions confirm and pages answer either way.
for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts })

    test('from an empty year over publicity and objections to a checked certificate and its revocation', async ({ page, sql }) => {
      test.setTimeout(420_000)
      const who = await ofCountyUnit(sql)
      const officer = await officerOf(sql, who.organization)
      const logged = await test.step('logs five records', () => logFive(page, who))
      await test.step('one comes back and is handed in again', () => returnAndCorrect(page, who, officer, logged.courses))
      const batch = await test.step('the unit accepts and publicizes them', async () => {
        await as(page, officer)
        for (const record of Object.values(logged)) await acceptRecord(page, record)
        const id = await openBatch(page, Object.values(logged))
        await expect(page.locator('main')).toContainText(words('publicity.batch.running').split('{')[0] ?? '')
        await expect(page.getByRole('button', { name: words('publicity.batch.confirmSubmit') })).toHaveCount(0)
        return id
      })
      await test.step('a visitor objects to two; one is dismissed, one upheld', () => object(page, sql, { batch, officer, logged }))
      await test.step('the period ends and the unit confirms', async () => {
        await as(page, officer)
        await confirmBatch(page, batch)
      })
      await expectStates(sql, logged)
      const year = await test.step('asks for the certification', () => request(page, sql, who))
      const [reviewer = ''] = await reviewersOf(sql, year.region)
      await test.step('the competent bureau certifies', async () => {
        await as(page, reviewer)
        await certify(page, year.id, '依据皖人社秘〔2025〕109号，已核对原件。')
      })
      const certificate = await test.step('prints the certificate', async () => {
        await as(page, who.login)
        return printed(page)
      })
      expect(certificate.text.replace(/\s/g, '')).toContain(who.name)
      await verifySignature(page, certificate.qr)
      await page.context().clearCookies()
      await expectChecked(page, certificate.path, 'valid')
      await test.step('the bureau revokes a counted record', async () => {
        await as(page, reviewer)
        await revokeRecord(page, logged.training)
      })
      await page.context().clearCookies()
      await expectChecked(page, certificate.path, 'revoked')
    })
  })
}

type Five = Record<'training' | 'courses' | 'exam' | 'conference' | 'teaching', string>

async function logFive(page: Page, who: Somebody): Promise<Five> {
  await as(page, who.login)
  await expect(page.locator('main')).toContainText(words('my.year.empty'))
  const id = await fillRecord(page, TRAINING)
  expect(await promisedHours(page), 'the hours stand before anything is handed in').toBeGreaterThan(0)
  await expect(page.locator('main')).toContainText(words('record.check.submitTitle'))
  await submit(page)
  const courses = await logRecord(page, COURSES)
  expect(courses.hours).toBeGreaterThan(0)
  const exam = await logRecord(page, EXAM(`KS-${who.login}`))
  const conference = await logRecord(page, CONFERENCE)
  const teaching = await logRecord(page, TEACHING)
  return { training: id, courses: courses.id, exam: exam.id, conference: conference.id, teaching: teaching.id }
}

async function returnAndCorrect(page: Page, who: Somebody, officer: string, record: string): Promise<void> {
  const reason = '考核结果请写测试成绩。'
  await as(page, officer)
  await returnRecord(page, record, reason)
  await as(page, who.login)
  await page.goto(`/my/records/${record}`)
  await expect(page.locator('main')).toContainText(reason)
  await follow(page, words('record.page.correct'), /edit\/check/)
  await page.goto(`/my/records/${record}/edit/about?from=check`)
  await fillFields(page, { assessment: '测试合格，92 分' })
  await press(page, words('record.step.continue'), /edit\/check/)
  await submit(page, true)
}

async function object(page: Page, sql: Sql, { batch, officer, logged }: { batch: string; officer: string; logged: Five }): Promise<void> {
  await page.context().clearCookies()
  await page.goto(`/board/${batch}`)
  await expect(page.locator('main table')).toContainText('全省专业学术年会')
  const items = await sql<{ id: string; record: string }>('SELECT id, record_id AS record FROM publicity_item WHERE batch_id = $1', [batch])
  const item = (record: string) => items.find((one) => one.record === record)?.id ?? ''
  await objectByPhone(page, batch, item(logged.conference), '当天在单位值班，没有参会。')
  const address = `objector.${batch}@example.com`
  await objectByMail(page, batch, item(logged.teaching), '没有安排过这次授课。', address)
  await confirmByMail(page, TEACHING.answers.title ?? '')
  const objections = await sql<{ id: string; record: string }>('SELECT id, record_id AS record FROM objection WHERE batch_id = $1', [batch])
  const about = (record: string) => objections.find((one) => one.record === record)?.id ?? ''
  await as(page, officer)
  await decideObjection(page, about(logged.conference), 'dismiss', true)
  await decideObjection(page, about(logged.teaching), 'uphold', false)
}

async function expectStates(sql: Sql, logged: Five): Promise<void> {
  const rows = await sql<{ id: string; state: string }>('SELECT id, state FROM hour_record WHERE id = ANY($1)', [Object.values(logged)])
  const states = Object.fromEntries(Object.entries(logged).map(([name, id]) => [name, rows.find((row) => row.id === id)?.state]))
  expect(states).toEqual({
    training: 'registered',
    courses: 'registered',
    exam: 'registered',
    conference: 'registered',
    teaching: 'rejected',
  })
}

async function request(page: Page, sql: Sql, who: Somebody): Promise<{ id: string; region: string | null }> {
  await as(page, who.login)
  await page.goto('/my?year=2025')
  await expect(page.locator('h1')).toHaveText(words('my.year.headline.met', { year: 2025 }))
  await press(page, words('my.year.next.request'), /done=requested/)
  return yearOf(sql, who.person)
}

/** As anybody does it: the issuer's published keys in a file, the command, no network. */
async function verifySignature(page: Page, qr: string): Promise<void> {
  const keys = await (await page.request.get('/.well-known/jwks.json')).text()
  const folder = mkdtempSync(join(tmpdir(), 'xueshi-keys-'))
  try {
    writeFileSync(join(folder, 'jwks.json'), keys)
    const answer = execFileSync('npm', ['run', '--silent', 'verify', '--', '--keys', join(folder, 'jwks.json'), qr], { encoding: 'utf8' })
    expect(JSON.parse(answer)).toMatchObject({ valid: true, payload: { year: 2025 } })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
