import type { Page } from '@playwright/test'
import { expect, press, test, words } from '../support/e2e'
import { as } from './steps/employer'
import { onBureauPath } from './steps/people'
import { fillRecord, promisedHours } from './steps/wizard'

/** Its window ends on 31 May 2025 (N3.3). */
const OVER = 'zjzx-2024'

async function verdictOf(page: Page, name: string, day: string): Promise<string> {
  await page.goto('/recognised')
  await page.locator('main input[name=q]').fill(name)
  await page.locator('main input[name=on]').fill(day)
  await page.locator('main input[name=subject][value=public]').check()
  await press(page, words('recognised.ask'), /subject=public/)
  return (await page.locator('main li', { hasText: name }).first().textContent()) ?? ''
}

async function courseOn(page: Page, platform: string, completedOn: string): Promise<number> {
  await fillRecord(page, {
    category: 'courseware',
    answers: {
      subject: 'public',
      title: '公需科目学习',
      organizer: '省平台',
      assessment: '测试合格',
      ...{ platform, completedOn, labelledHours: '5' },
    },
  })
  return promisedHours(page)
}

test('the last day of a platform counts and the day after does not: in the search and before a record is handed in', async ({
  page,
  sql,
}) => {
  test.setTimeout(180_000)
  const who = await onBureauPath(sql)
  await as(page, who.login)
  const counts = words('recognised.counts')
  const countsNot = words('recognised.countsNot')
  const last = await verdictOf(page, '2024年5月', '2025年5月31日')
  expect(last).toContain(counts)
  expect(last).not.toContain(countsNot)
  expect(await verdictOf(page, '2024年5月', '2025-06-01')).toContain(countsNot)

  expect(await courseOn(page, OVER, '2025-05-31')).toBe(5)
  expect(await courseOn(page, OVER, '2025-06-01')).toBe(0)
  await expect(page.locator('main')).toContainText(words('terms.reason.platform_not_recognised'))
})

test('an administrator enters a platform and ends it early: both are so at once for everyone', async ({ page }) => {
  test.setTimeout(180_000)
  const name = `新平台 ${Date.now()}`
  await as(page, 'admin')
  await page.goto('/bureau/platforms/new')
  await page.locator('main input[name=name]').fill(name)
  await page.locator('main input[name="subjects[]"][value=public]').check()
  await page.locator('main input[name=from]').fill('2025年3月1日')
  await page.locator('main input[name=document]').fill('皖人社秘〔2025〕200号')
  await page.locator('main input[name=source][value=document]').check()
  await page.locator('main input[name=status][value=legible]').check()
  await press(page, words('platforms.enter'), /done=entered/)
  const place = new URL(page.url()).pathname
  expect(await verdictOf(page, name, '2025-10-01')).not.toContain(words('recognised.countsNot'))

  await page.goto(`${place}/close`)
  await page.locator('main input[name=until]').fill('2025-09-30')
  await press(page, words('platforms.seeTouched'), /until=/)
  await page.locator('main input[name=document]').fill('皖人社秘〔2025〕300号')
  await page.locator('main form:has(input[name=version]) button[type=submit]').click()
  await page.waitForURL(/done=closed/)
  await expect(page.locator('main')).toContainText('皖人社秘〔2025〕300号')
  expect(await verdictOf(page, name, '2025-09-30')).not.toContain(words('recognised.countsNot'))
  expect(await verdictOf(page, name, '2025-10-01')).toContain(words('recognised.countsNot'))
})
