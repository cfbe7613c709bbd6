import { expect, test, words } from '../support/e2e'

const TRAINING = 'training_sprofessional_b20250407_d20250411_n5_fyes'
const say = (key: string, values: Record<string, string | number> = {}) => words(`calculator.${key}`, values)
const category = (name: string) => words(`terms.category.${name}`)

test('with scripts: add, see, take a suggestion, remove and take back, without asking the server', async ({ page }) => {
  await page.goto('/calculator?year=2025')
  await expect(page.getByRole('button', { name: say('share.print') })).toBeVisible()
  const asked: string[] = []
  // A browser may look for the site's icon again when the address changes.
  page.on('request', (request) => asked.push(...(/\/(icon\.svg|__nextjs_font)/.test(request.url()) ? [] : [request.url()])))

  await page.getByRole('button', { name: category('training'), exact: true }).click()
  await page.getByLabel(say('field.startedOn')).first().fill('2025年4月7日')
  await page.getByLabel(say('field.completedOn')).first().fill('2025-04-31')
  await page.getByLabel(say('field.days')).fill('8.5')
  await page.getByRole('button', { name: say('add.submit'), exact: true }).click()
  await expect(page.locator('main').getByRole('alert')).toContainText(say('fault.date'))
  await page.getByLabel(say('field.completedOn')).first().fill('2025/4/18')
  await page.getByRole('button', { name: say('add.submit'), exact: true }).click()
  await expect(page.getByText(say('result.both', { year: 2025, total: 39, professional: 9 }))).toBeVisible()
  await expect(page).toHaveURL(/e=training_sprofessional_b20250407_d20250418_n8\*2E5_fyes$/)

  await page.getByRole('button', { name: say('missing.tryOf', { what: say('way.teaching_professional', { amount: 2 }) }) }).click()
  await expect(page.getByText(say('result.total', { year: 2025, total: 29 }))).toBeVisible()

  await page.getByRole('button', { name: new RegExp(`^${say('entries.removeOf', { what: '' })}${category('teaching')}`) }).click()
  await expect(page.getByText(say('result.both', { year: 2025, total: 39, professional: 9 }))).toBeVisible()
  await page.getByRole('button', { name: say('entries.undo') }).click()
  await expect(page.getByText(say('result.total', { year: 2025, total: 29 }))).toBeVisible()
  await expect(page).toHaveURL(/e=training_[^.]+\.teaching_[^.]+$/)
  expect(asked).toEqual([])

  const address = page.url()
  await page.goto('/rules')
  await page.goto(address)
  await expect(page.getByText(say('result.total', { year: 2025, total: 29 }))).toBeVisible()
})

test('with scripts: one achievement a year, the highest unless another is chosen', async ({ page }) => {
  await page.goto('/calculator?v=1&year=2025&e=paper_ocore_d20250901.exam_d20250901')
  await expect(page.getByText(say('result.met', { year: 2025, total: 90, professional: 60 }))).toBeVisible()
  await page.getByRole('button', { name: new RegExp(`^${say('options.chooseOf', { what: category('paper') })}`) }).click()
  await expect(page.getByText(say('result.both', { year: 2025, total: 50, professional: 20 }))).toBeVisible()
  await expect(page).toHaveURL(/pick=1/)
  await page.getByRole('button', { name: say('missing.tryOf', { what: say('way.choose', { what: category('exam') }) }) }).click()
  await expect(page.getByText(say('result.met', { year: 2025, total: 90, professional: 60 }))).toBeVisible()
})

test('without scripts: the same by forms, each answer with an address that can be kept', async ({ browser }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(process.env.XUESHI_TEST_SITE ? { baseURL: process.env.XUESHI_TEST_SITE } : {}),
  })
  const page = await context.newPage()
  await page.goto('/calculator?year=2025')
  await page.getByRole('button', { name: category('training'), exact: true }).click()
  await page.getByLabel(say('field.startedOn')).first().fill('2025-04-07')
  await page.getByLabel(say('field.completedOn')).first().fill('2025-04-11')
  await page.getByLabel(say('field.days')).fill('0.3')
  await page.getByRole('button', { name: say('add.submit'), exact: true }).click()
  await expect(page.locator('main').getByRole('alert')).toBeVisible()
  await expect(page.getByLabel(say('field.days'))).toHaveValue('0.3')
  await page.getByLabel(say('field.days')).fill('5')
  await page.getByRole('button', { name: say('add.submit'), exact: true }).click()
  await expect(page).toHaveURL(`/calculator?v=1&year=2025&e=${TRAINING}`)
  await expect(page.getByText(say('result.both', { year: 2025, total: 60, professional: 30 }))).toBeVisible()

  await page.getByRole('button', { name: new RegExp(`^${say('entries.copyOf', { what: '' })}`) }).click()
  await expect(page).toHaveURL(`/calculator?v=1&year=2025&e=${TRAINING}.${TRAINING}`)
  await page
    .getByRole('button', { name: new RegExp(`^${say('entries.removeOf', { what: '' })}`) })
    .first()
    .click()
  await expect(page).toHaveURL(`/calculator?v=1&year=2025&e=${TRAINING}&was=${TRAINING}`)
  await page.getByRole('button', { name: say('entries.undo') }).click()
  await expect(page).toHaveURL(`/calculator?v=1&year=2025&e=${TRAINING}.${TRAINING}`)
  await context.close()
})

test('a shared address opens with its result; one edited by hand says what and where, and keeps the rest', async ({ page }) => {
  await page.goto(`/calculator?v=1&year=2025&moved=2025-06-01&e=${TRAINING}.exam_d20251301.exan.exam_d20250901`)
  const told = page.getByRole('listitem')
  await expect(page.getByText(say('address.title'))).toBeVisible()
  const field = say('address.field', {
    category: category('exam'),
    field: say('field.completedOn'),
    found: '20251301',
    fault: say('fault.date'),
  })
  await expect(told.filter({ hasText: say('address.entry', { entry: 2, fault: field }) })).toBeVisible()
  await expect(
    told.filter({ hasText: say('address.entry', { entry: 3, fault: say('address.category', { found: 'exan' }) }) }),
  ).toBeVisible()
  // The training was before the move, the exam after it.
  await expect(page.getByText(words('terms.reason.before_transfer')).first()).toBeVisible()
  await expect(page.getByText(say('result.met', { year: 2025, total: 90, professional: 60 }))).toBeVisible()
})
