import type { Page } from '@playwright/test'
import { inventedProof } from '../../prisma/seed/demo/proof'
import { expect, follow, press, test, words } from '../support/e2e'
import { as } from './steps/employer'

// A training is written by its provider, agreed to by the authority and the bureau, and stands on the public register with its number. With
// scripts and without.
for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts })

    test('from a draft over both agreements to the public register', async ({ page }) => {
      test.setTimeout(300_000)
      const title = `数字化教学资源建设研修班${scripts ? '一' : '二'}期`
      const filing = await test.step('the provider writes it page by page and hands it in', () => write(page, title))
      await test.step('nobody finds it on the register yet', async () => {
        await page.goto(`/register?q=${encodeURIComponent(title)}`)
        await expect(page.locator('main')).not.toContainText(title)
        expect((await page.goto(`/register/${filing}`))?.status()).toBe(404)
      })
      await test.step('the authority agrees', async () => {
        await as(page, 'songkai')
        await page.goto(`/trainings?q=${encodeURIComponent(title)}`)
        await page.locator(`main a[href="/trainings/${filing}"]`).click()
        await decide(page, 'approve', /done=approved/)
      })
      await test.step('the bureau sends it back, and gets it corrected', async () => {
        await as(page, 'xuwei')
        await page.goto(`/trainings/${filing}`)
        await decide(page, 'return', /done=returned/, '请补充结业考核方式。')
        await as(page, 'fengjie')
        await page.goto(`/trainings/${filing}`)
        await expect(page.locator('main')).toContainText('请补充结业考核方式。')
        await page.goto(`/trainings/${filing}/edit/content?from=check`)
        await page.locator('main textarea[name=content]').fill('数字资源的制作与应用；结业闭卷考试。')
        await press(page, words('filing.edit.next'), /edit\/check/)
        await press(page, words('filing.check.submit.here'), /done=submitted/)
      })
      await test.step('both agree anew', async () => {
        await as(page, 'xuwei')
        await page.goto(`/trainings/${filing}`)
        await decide(page, 'approve', /done=approved/)
        await as(page, 'songkai')
        await page.goto(`/trainings/${filing}`)
        await decide(page, 'approve', /done=filed/)
      })
      await test.step('everybody finds it on the register with its number and the days of both agreements', async () => {
        await page.context().clearCookies()
        await page.goto(`/register?q=${encodeURIComponent(title)}`)
        await page.locator(`main a[href="/register/${filing}"]`).click()
        await expect(page.locator('main h1')).toHaveText(title)
        await expect(page.locator('main')).toContainText(/阜继教〔2025〕\d{4}/)
        await expect(page.locator('main')).toContainText(words('filing.recognition.tag.in_time'))
        await expect(page.locator('main')).not.toContainText('张教授')
      })
      await test.step('the syllabus is for the offices, not for the public', async () => {
        await as(page, 'xuwei')
        await page.goto(`/trainings/${filing}`)
        const href = await page.locator('main a[href^="/api/files/filing/"]').first().getAttribute('href')
        expect((await page.request.get(href ?? '')).headers()['content-disposition']).toContain('attachment')
        await page.context().clearCookies()
        expect((await page.request.get(href ?? '')).status()).toBe(404)
      })
    })
  })
}

async function write(page: Page, title: string): Promise<string> {
  await as(page, 'fengjie')
  await page.goto('/trainings')
  await follow(page, words('filing.list.new'), /trainings\/new/)
  await fill(page, { title, startsOn: '2026年1月12日', endsOn: '2026-01-14', days: '3', hours: '24' })
  await press(page, words('filing.edit.next'), /edit\/content/)
  await fill(page, { content: '数字资源的制作与应用。', teachers: '张教授，省教育科学研究院', targetGroup: '全市中小学教师' })
  await press(page, words('filing.edit.next'), /edit\/where/)
  await fill(page, { place: '阜阳市继续教育基地' })
  await page.locator('main label', { hasText: '阜阳市教育局' }).locator('input[type=radio]').check()
  await press(page, words('filing.edit.next'), /edit\/file/)
  const filing = /trainings\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
  const buffer = Buffer.from(inventedProof(`syllabus ${filing}`))
  await page.locator('main input[type=file]').first().setInputFiles({ name: '教学大纲.pdf', mimeType: 'application/pdf', buffer })
  await press(page, words('filing.file.upload'), /done=added/)
  await follow(page, words('filing.file.next'), /edit\/check/)
  await expect(page.locator('main')).toContainText('张教授')
  await press(page, words('filing.check.submit.here'), /done=submitted/)
  return filing
}

async function fill(page: Page, answers: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(answers)) await page.locator(`main [name="${name}"]`).fill(value)
}

async function decide(page: Page, act: 'approve' | 'return', done: RegExp, reason?: string): Promise<void> {
  await follow(page, words(`filing.act.${act}.button`), new RegExp(`act=${act}`))
  if (reason) await page.locator('main textarea[name=reason]').fill(reason)
  await press(page, words(`filing.act.${act}.submit`), done)
}
