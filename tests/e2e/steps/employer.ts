import type { BrowserContext, Page } from '@playwright/test'
import { expect, follow, press, signInWithDemo, words } from '../../support/e2e'

/** Sent back to the person with a reason, from the record's own page. */
export async function returnRecord(page: Page, record: string, reason: string): Promise<void> {
  await page.goto(`/employer/review/${record}`)
  await follow(page, words('employer.record.return.button'), /act=return/)
  await page.locator('main textarea[name=reason]').fill(reason)
  await press(page, words('employer.record.return.submit'), /\/employer\/review\?done=returned/)
}

export async function acceptRecord(page: Page, record: string): Promise<void> {
  await page.goto(`/employer/review/${record}`)
  await press(page, words('employer.record.accept.submit'), /done=accepted/)
}

/** A batch of these records alone; answers its key. The page shows its days before it is opened. */
export async function openBatch(page: Page, records: readonly string[]): Promise<string> {
  await page.goto('/employer/batches/new')
  await expect(page.locator('main')).toContainText(words('publicity.newBatch.period'))
  const boxes = page.locator('main input[type=checkbox][name="record[]"]')
  for (const box of await boxes.all()) await box.setChecked(records.includes(await box.inputValue()))
  await press(page, words('publicity.newBatch.submit'), /\/employer\/batches\/[0-9a-f-]{36}\?done=opened/)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** An objection as a visitor raises it on the board, by phone; answers its own page's code. */
export async function objectByPhone(page: Page, batch: string, item: string, reason: string): Promise<string> {
  await page.goto(`/board/${batch}/object/${item}`)
  await fillObjection(page, reason, 'phone', '13900000000')
  await expect(page).toHaveURL(/\/board\/objection\/[^/]+\?done=raised/)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** The same by e-mail: the site answers that a mail was sent. */
export async function objectByMail(page: Page, batch: string, item: string, reason: string, address: string): Promise<void> {
  await page.goto(`/board/${batch}/object/${item}`)
  await fillObjection(page, reason, 'email', address)
  await expect(page).toHaveURL(/done=sent/)
  await expect(page.locator('main')).toContainText(words('objection.form.sentTitle'))
}

async function fillObjection(page: Page, reason: string, kind: 'phone' | 'email', contact: string): Promise<void> {
  await page.locator('textarea[name=reason]').fill(reason)
  await page.locator('input[name=name]').fill('路人甲')
  await page.locator(`input[name=contactKind][value=${kind}]`).check()
  await page.locator('input[name=contact]').fill(contact)
  await press(page, words('objection.form.submit'))
}

/** The unit's finding; where the objector left a phone number, the call comes first. */
export async function decideObjection(page: Page, objection: string, verdict: 'dismiss' | 'uphold', called: boolean): Promise<void> {
  await page.goto(`/employer/objections/${objection}`)
  if (called) {
    await press(page, words('objection.page.call.submit'), /done=called/)
    await page.goto(`/employer/objections/${objection}`)
  }
  await page.locator(`input[name=verdict][value=${verdict}]`).check()
  await page.locator('textarea[name=finding]').fill(verdict === 'dismiss' ? '经查签到表，异议不成立。' : '经查没有授课安排，异议成立。')
  await press(page, words('objection.page.decide.submit'), new RegExp(`done=${verdict}`))
}

/** Moves the demonstration's day with the buttons of the yellow bar. */
export async function daysLater(page: Page, days: 1 | 5): Promise<void> {
  await page.goto('/')
  await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/api/demo/clock')),
    page.locator(`button[name=days][value="${days}"]`).click(),
  ])
  await page.waitForLoadState('load')
}

/** Waits for the end of the period, day by day, and confirms; others may move the day as well. */
export async function confirmBatch(page: Page, batch: string): Promise<void> {
  const button = page.locator('main').getByRole('button', { name: words('publicity.batch.confirmSubmit'), exact: true })
  for (let moves = 0; moves < 20; moves += 1) {
    await page.goto(`/employer/batches/${batch}`)
    if ((await button.count()) > 0) break
    await daysLater(page, moves === 0 ? 5 : 1)
  }
  await press(page, words('publicity.batch.confirmSubmit'), /done=confirmed/)
}

/** Finds the mail where the demonstration shows what it would have sent, opens its link and confirms: opening alone changes nothing. */
export async function confirmByMail(page: Page, title: string): Promise<void> {
  await page.goto('/demo/mail')
  const mail = page.locator('main section', { hasText: words('mail.objection_confirm.subject') }).filter({ hasText: title })
  await mail
    .getByRole('link', { name: words('mail.demo.open') })
    .first()
    .click()
  await press(page, words('objection.own.confirmSubmit'), /done=confirmed/)
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>
const sessions = new WeakMap<BrowserContext, Map<string, Cookies>>()

/**
 * The page belongs to this account from its next address on. Each test signs in to an account once, through the form; going back to it later
 * takes up the session that it left.
 */
export async function as(page: Page, login: string): Promise<void> {
  const context = page.context()
  const kept = sessions.get(context) ?? new Map<string, Cookies>()
  sessions.set(context, kept)
  const cookies = kept.get(login)
  await context.clearCookies()
  if (cookies) return context.addCookies(cookies)
  await signInWithDemo(page, login)
  kept.set(login, await context.cookies())
}
