import { writeFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expect, follow, press, type Sql, signInAs, signInWithDemo, test, words } from '../support/e2e'
import { builtActions, call } from './steps/actions'
import { as } from './steps/employer'
import { someoneBusy } from './steps/people'
import { fillFields, fillRecord, type Logged, upload } from './steps/wizard'

const TITLE = '培训 #1 <script>alert(1)</script> 😀 𬭎'

const TRAINING: Logged = {
  category: 'training',
  answers: {
    subject: 'professional',
    title: TITLE,
    organizer: '主办 & 单位 "甲"',
    assessment: '合格',
    startedOn: '2025-09-01',
    completedOn: '2025-09-02',
    days: '2',
  },
}

function problem(page: Page): Locator {
  return page.locator('main [role=alert]').first()
}

/** Says these answers on the page before its last button; what it says about a field is expected there, and what was typed to be kept. */
async function refused(page: Page, answers: Record<string, string>, field: string, wording: string | RegExp): Promise<void> {
  await fillFields(page, answers)
  await press(page, words('record.step.continue'))
  await expect(page.locator(`main [id$="${field}-error"]`)).toHaveText(wording)
  await expect(problem(page)).toBeVisible()
  for (const [name, value] of Object.entries(answers)) await expect(page.locator(`main input[name="${name}"]`)).toHaveValue(value)
}

/** The pages of the form up to the one about time. */
async function toTime(page: Page): Promise<string> {
  await page.goto('/my/records/new')
  await page.locator('input[name=category][value=training]').check()
  await press(page, words('record.new.continue'), /edit\/kind/)
  await fillFields(page, TRAINING.answers)
  await press(page, words('record.step.continue'), /edit\/filing/)
  await page.locator('input[name=filingId][value=none]').check()
  await press(page, words('record.step.continue'), /edit\/about/)
  await fillFields(page, TRAINING.answers)
  await press(page, words('record.step.continue'), /edit\/time/)
  return /records\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
}

test.describe.configure({ timeout: 180_000 })

test('wrong days, impossible dates, strange titles: a sentence at the field, and nothing typed is lost', async ({ page, sql }) => {
  let dialogs = 0
  page.on('dialog', (dialog) => {
    dialogs += 1
    return dialog.dismiss()
  })
  await as(page, (await someoneBusy(sql, 0)).login)
  await toTime(page)
  const good = { startedOn: '2025-09-01', completedOn: '2025-09-02', days: '2' }
  await refused(page, { ...good, completedOn: '2025-13-45' }, 'completedOn', words('errors.field.date'))
  await refused(page, { ...good, completedOn: '2025-02-30' }, 'completedOn', words('errors.field.date'))
  await refused(page, { ...good, completedOn: '2999-01-01' }, 'completedOn', words('errors.field.future'))
  await refused(page, { ...good, startedOn: '2025-09-05' }, 'startedOn', words('errors.field.order', { end: '2025-09-02' }))
  await refused(page, { ...good, days: '0' }, 'days', words('errors.field.out_of_bounds', { least: 0.5, most: 366 }))
  await refused(page, { ...good, days: '400' }, 'days', words('errors.field.out_of_bounds', { least: 0.5, most: 366 }))
  await refused(page, { ...good, days: '20' }, 'days', /2/)
  await refused(page, { ...good, startedOn: '2019-03-04', completedOn: '2019-03-05' }, 'completedOn', /2019/)
  await fillFields(page, good)
  await press(page, words('record.step.continue'), /edit\/evidence/)
  await test.step('files that are no proof', async () => {
    const large = test.info().outputPath('large.pdf')
    writeFileSync(large, Buffer.alloc(30 * 1024 * 1024, '%PDF-1.4 '))
    await upload(page, large)
    await expect(problem(page)).toContainText(words('record.evidence.problem.file_size'))
    const zip = Buffer.concat([Buffer.from('PK\x03\x04\x14\x00\x00\x00'), Buffer.alloc(2000, 7)])
    await upload(page, { name: 'proof.pdf', mimeType: 'application/pdf', buffer: zip })
    await expect(problem(page)).toContainText(words('record.evidence.problem.file_type'))
    await upload(page, { name: 'empty.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) })
    await expect(problem(page)).toContainText(words('record.evidence.problem.file_empty'))
    await upload(page, { name: '../../<b>𬭎.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\nno end') })
    await expect(page).toHaveURL(/problem=|done=added/)
  })
  await page.goto(page.url().replace(/evidence.*/, 'check'))
  await expect(page.locator('main')).toContainText(TITLE)
  await page.goto('/my/records')
  await expect(page.locator('main')).toContainText(TITLE)
  expect(dialogs, 'a title is text, never script').toBe(0)
})

test('an ID number with a wrong check character is refused where it was typed', async ({ page }) => {
  await signInAs(page, 'admin')
  await page.goto('/bureau/people/new')
  await page.locator('input[name=name]').fill('王𬭎 #😀')
  await page.locator('input[name=idNumber]').fill('34129919770309001Z')
  await page.locator('input[name=loginName]').fill('wrong.number')
  await page.locator('input[name=employed][value=freelance]').check()
  await page.locator('select[name=regionCode]').selectOption('341202')
  await page.locator('input[name=employedFrom]').fill('2020-01-01')
  await press(page, words('admin.person.enter'))
  await expect(page.locator('main [id$="idNumber-error"]')).toHaveText(words('errors.field.id_number'))
  await expect(page.locator('input[name=name]')).toHaveValue('王𬭎 #😀')
  await expect(page.locator('input[name=loginName]')).toHaveValue('wrong.number')
})

test('a double click hands in once', async ({ page, sql }) => {
  await as(page, (await someoneBusy(sql, 1)).login)
  const id = await fillRecord(page, { ...TRAINING, answers: { ...TRAINING.answers, title: '双击提交' } })
  await page
    .locator('main')
    .getByRole('button', { name: words('record.check.submit'), exact: true })
    .dblclick()
  await expect(page).toHaveURL(/done=submitted/)
  expect(await events(sql, id, 'submit')).toBe(1)
})

test('of two who decide at once one wins, the other reads who and what', async ({ page, browser, sql }) => {
  const [record] = await sql<{ id: string }>(
    `SELECT id FROM hour_record WHERE region_code = '341202' AND state = 'submitted' AND path = 'bureau' ORDER BY id LIMIT 1 OFFSET 1`,
  )
  const other = await browser.newPage()
  for (const [reviewer, login] of [
    [page, 'chenguohua'],
    [other, 'wuting'],
  ] as const) {
    await as(reviewer, login)
    await reviewer.goto(`/bureau/verification?record=${record?.id}`)
    await follow(reviewer, words('bureau.decision.verify.button'), /act=verify/)
  }
  await press(page, words('bureau.decision.verify.submit'), /done=verified/)
  await press(other, words('bureau.decision.verify.submit'))
  await expect(problem(other)).toContainText('陈国华')
  await expect(problem(other)).toContainText(words('states.event.record.verify'))
  expect(await events(sql, record?.id ?? '', 'verify')).toBe(1)
  await other.close()
})

test('a session that ends in the middle of a form is said, and what was typed is still there', async ({ page, sql }) => {
  const { login } = await someoneBusy(sql, 2)
  await as(page, login)
  await page.goto('/my/records/new')
  await page.locator('input[name=category][value=paper]').check()
  await press(page, words('record.new.continue'), /edit\/kind/)
  await fillFields(page, { option: 'other', author: 'first' })
  await press(page, words('record.step.continue'), /edit\/about/)
  await page.waitForLoadState('networkidle')
  await fillFields(page, { title: '会话过期时写的题目', assessment: '已发表' })
  await page.context().clearCookies()
  await press(page, words('record.step.continue'))
  await expect(problem(page)).toContainText(words('errors.code.unauthenticated').slice(0, 8))
  await expect(page.locator('input[name=title]')).toHaveValue('会话过期时写的题目')
  const beside = await page.context().newPage()
  await signInWithDemo(beside, login)
  await beside.close()
  await fillFields(page, { organizer: '阜阳师范大学学报' })
  await press(page, words('record.step.continue'), /edit\/time/)
})

test("the browser's back button in the form loses nothing and makes no second record", async ({ page, sql }) => {
  const { login, person } = await someoneBusy(sql, 3)
  await as(page, login)
  const [before] = await sql<{ count: number }>('SELECT count(*)::int FROM hour_record WHERE person_id = $1', [person])
  const id = await toTime(page)
  await page.goBack()
  await expect(page).toHaveURL(/edit\/about/)
  await page.reload()
  await expect(page.locator('input[name=title]')).toHaveValue(TITLE)
  await fillFields(page, { title: '回退以后改的名称' })
  await press(page, words('record.step.continue'), /edit\/time/)
  const [after] = await sql<{ count: number }>('SELECT count(*)::int FROM hour_record WHERE person_id = $1', [person])
  expect((after?.count ?? 0) - (before?.count ?? 0)).toBe(1)
  const [row] = await sql<{ title: string }>('SELECT title FROM hour_record WHERE id = $1', [id])
  expect(row?.title).toBe('回退以后改的名称')
})

test("someone else's record, another county's, another unit's: as if there were none", async ({ page, sql }) => {
  const mine = await someoneBusy(sql, 4)
  const [other] = await sql<{ id: string; evidence: string }>(
    `SELECT r.id, e.id AS evidence FROM hour_record r JOIN evidence e ON e.record_id = r.id
     WHERE r.region_code = '341221' AND r.state = 'registered' AND r.person_id <> $1 LIMIT 1`,
    [mine.person],
  )
  await as(page, mine.login)
  const paths = [`/my/records/${other?.id}`, `/my/records/${other?.id}/edit/check`, `/api/files/evidence/${other?.evidence}`]
  for (const path of paths) expect((await page.request.get(path)).status(), path).toBe(404)
  // A county's reviewer before a record of another county, an officer before another unit's.
  await as(page, 'chenguohua')
  for (const path of [`/bureau/records/${other?.id}`, `/bureau/verification?record=${other?.id}`, `/api/files/evidence/${other?.evidence}`])
    expect((await page.request.get(path)).status(), path).toBe(404)
  await as(page, 'hemin')
  expect((await page.request.get(`/employer/review/${other?.id}`)).status()).toBe(404)
  expect((await page.request.get(`/bureau/records/${other?.id}`)).status()).toBe(404)
  await page.context().clearCookies()
  expect((await page.request.get(`/api/files/evidence/${other?.evidence}`)).status()).toBeGreaterThanOrEqual(400)
  expect((await page.request.get(`/my/records/${other?.id}`, { maxRedirects: 0 })).headers().location).toContain('/sign-in')
})

test('nobody decides on their own: an officer before a record of theirs', async ({ page, sql }) => {
  await as(page, 'liming')
  await switchTo(page, '')
  const id = await fillRecord(page, { ...TRAINING, answers: { ...TRAINING.answers, title: '经办人本人的培训' } })
  await press(page, words('record.check.submit'), /done=submitted/)
  const [grant] = await sql<{ id: string }>(
    `SELECT g.id FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.login_name = 'liming' AND g.role = 'employer_officer'`,
  )
  await switchTo(page, grant?.id ?? '')
  await page.goto(`/employer/review/${id}`)
  await expect(page.locator('main')).toContainText(words('employer.record.own'))
  await expect(page.getByRole('button', { name: words('employer.record.accept.submit') })).toHaveCount(0)
  const accept = builtActions().find(({ file, name }) => file.includes('employer/review') && name === 'accept')
  if (!accept) throw new Error('no such action')
  const answer = await call(page.request, accept, { 'record[]': id })
  expect(answer.result?.form).toBe(words('errors.refusal.own_record'))
  expect(await events(sql, id, 'accept')).toBe(0)
})

test('a key that was used is good for the same answer, not for another form', async ({ page, sql }) => {
  await as(page, (await someoneBusy(sql, 5)).login)
  const create = builtActions().find(({ file, name }) => file.includes('records/new') && name === 'createDraft')
  if (!create) throw new Error('no such action')
  const key = '01a20919-0000-7000-8000-'.concat(String(Date.now()).slice(-12).padStart(12, '0'))
  const first = await call(page.request, create, { _key: key, category: 'paper' })
  expect(first.location).toMatch(/\/my\/records\//)
  const again = await call(page.request, create, { _key: key, category: 'paper' })
  expect(again.location).toBe(first.location)
  const another = await call(page.request, create, { _key: key, category: 'book' })
  expect(another.result?.form).toBe(words('errors.code.key_reused'))
})

async function switchTo(page: Page, grantId: string): Promise<void> {
  const response = await page.request.post('/api/session/role', {
    form: { grantId },
    headers: { origin: process.env.XUESHI_TEST_SITE ?? '' },
    maxRedirects: 0,
  })
  expect(response.status()).toBe(303)
}

async function events(sql: Sql, record: string, event: string): Promise<number> {
  const [row] = await sql<{ count: number }>('SELECT count(*)::int FROM event WHERE stream_id = $1 AND event = $2', [record, event])
  return row?.count ?? -1
}
