import { expect, signInWithDemo, test, words } from '../support/e2e'
import { UNIT_OF } from './visits/visit'

// Trainings and cases have one address for everybody. Who looks decides what stands there; the addresses that each office had before lead on.

const ID = '00000000-0000-7000-8000-000000000001'

const MOVED = [
  ['/provider/filings', '/trainings'],
  ['/employer/trainings', '/trainings'],
  ['/bureau/filings', '/trainings'],
  ['/authority/filings', '/trainings'],
  ['/provider/cases', '/cases'],
  ['/employer/cases', '/cases'],
  ['/bureau/cases', '/cases'],
] as const

for (const [before, now] of MOVED) {
  test(`${before} leads to ${now} for good, with what stood behind it`, async ({ request }) => {
    for (const rest of ['', `/${ID}`, `/${ID}?act=approve`, '?part=all&q=%E7%8E%8B', `/${ID}/edit/file`, '/new']) {
      const response = await request.get(`${before}${rest}`, { maxRedirects: 0 })
      expect(response.status(), `${before}${rest}`).toBe(308)
      expect(response.headers()['location'], `${before}${rest}`).toBe(`${now}${rest}`)
    }
  })
}

test('who followed an old link signs in and is there', async ({ page }) => {
  await page.goto('/provider/filings')
  await expect(page).toHaveURL(/\/sign-in\?from=%2Ftrainings$/)
  await page.locator('button[name=login][value="fengjie"]').click()
  await expect(page).toHaveURL(/\/trainings$/)
  await expect(page.locator('main h1')).toHaveText(words('filing.list.title'))
})

const OFFICES = [
  { login: 'fengjie', trainings: 'provider.filings', cases: 'provider.cases', mine: true },
  { login: 'liming', trainings: 'employer.trainings', cases: 'employer.cases', mine: true },
  { login: 'songkai', trainings: 'authority.filings', cases: null, mine: false },
  { login: 'xuwei', trainings: 'bureau.filings', cases: 'bureau.cases', mine: false },
] as const

for (const { login, trainings, cases, mine } of OFFICES) {
  test(`${login} finds their own part there, and the menu says where they are`, async ({ page }) => {
    await signInWithDemo(page, login)
    const here = page.locator('header nav a[aria-current]')
    for (const [path, entry] of [
      ['/trainings', trainings],
      ['/cases', cases],
    ] as const) {
      const response = await page.goto(path)
      expect(response?.status(), path).toBe(entry ? 200 : 404)
      if (entry) await expect(here).toContainText(words(`nav.${entry}`))
    }
    await page.goto('/trainings')
    const [file, waiting] = [words('filing.list.new'), words('filing.queue.waiting')]
    await expect(page.locator('main').getByRole('link', { name: file, exact: true })).toHaveCount(mine ? 1 : 0)
    await expect(page.locator('main').getByRole('link', { name: waiting, exact: true })).toHaveCount(mine ? 0 : 1)
    await page.locator('main table a[href^="/trainings/"]').first().click()
    await expect(page).toHaveURL(/\/trainings\/[0-9a-f-]{36}$/)
    await expect(here).toContainText(words(`nav.${trainings}`))
  })
}

test('a roster is its holder’s alone, and trainings and cases are nothing to a practitioner', async ({ page, sql }) => {
  const [filed] = await sql<{ id: string }>(
    `SELECT f.id FROM filing f JOIN roster t ON t.filing_id = f.id WHERE f.provider_id = ${UNIT_OF} LIMIT 1`,
    ['fengjie'],
  )
  const status = async (path: string) => (await page.goto(path))?.status()
  const roster = `/trainings/${filed?.id}/roster`
  await signInWithDemo(page, 'fengjie')
  expect(await status(roster)).toBe(200)
  await signInWithDemo(page, 'liming')
  expect(await status(roster)).toBe(404)
  await signInWithDemo(page, 'xuwei')
  expect(await status(`/trainings/${filed?.id}`)).toBe(200)
  expect(await status(roster)).toBe(404)
  await signInWithDemo(page, 'songkai')
  expect(await status('/trainings/new')).toBe(404)
  await signInWithDemo(page, 'wangliping')
  for (const path of ['/trainings', '/trainings/new', `/trainings/${filed?.id}`, '/cases']) expect(await status(path), path).toBe(404)
})
