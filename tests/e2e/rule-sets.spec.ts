import type { Page } from '@playwright/test'
import { expect, follow, press, type Sql, signInAs, signInWithDemo, test, words } from '../support/e2e'

// It gives everybody other rules.
test.use({ ownSite: 'rule-sets' })

// A bureau owns its rules: one administrator confirms a provisional figure and changes another, sees what that does, a second publishes it.

const RULES = 'ruleVersions'
const DOCUMENT = '皖人社秘〔2026〕8号'

interface Teacher extends Record<string, unknown> {
  login: string
  personId: string
  total: string
  ruleSet: string
}

/** Somebody whose year 2025 counts a lecture, and stands like that. */
async function teacher(sql: Sql, certified: boolean): Promise<Teacher> {
  const [found] = await sql<Teacher>(
    `SELECT a.login_name AS login, y.person_id AS "personId", y.total::text AS total, y.rule_set AS "ruleSet" FROM year y JOIN account a ON a.person_id = y.person_id
     WHERE y.year = 2025 AND (y.state = 'certified') = $1 AND EXISTS (SELECT 1 FROM jsonb_array_elements(y.result->'lines') l
       JOIN hour_record r ON r.id = (l->>'id')::uuid WHERE r.category = 'teaching' AND (l->>'counted')::numeric > 0) ORDER BY a.login_name LIMIT 1`,
    [certified],
  )
  if (!found) throw new Error('nobody teaches in the demonstration')
  return found
}

const ledger = async (sql: Sql, { personId }: Teacher) => {
  const [row] = await sql<{ year: string; certificates: string }>(
    `SELECT to_jsonb(y)::text AS year, coalesce((SELECT jsonb_agg(to_jsonb(c))::text FROM certificate c WHERE c.person_id = y.person_id), '') AS certificates
     FROM year y WHERE y.person_id = $1 AND y.year = 2025`,
    [personId],
  )
  return row
}

async function change(page: Page, draft: string, key: string, value: string | null): Promise<void> {
  await page.goto(`${draft}/figures/${key}`)
  if (value !== null) await page.locator('input[name=value]').fill(value)
  await page.locator('input[name=status][value=legible]').check()
  await page.locator('input[name=document]').fill(DOCUMENT)
  await press(page, words(`${RULES}.saveInDraft`), /done=saved/)
}

test('rules: drafted by one, tried out on everybody, published by another; the uncertified are told, the certified stay', async ({
  page,
  browser,
  sql,
}) => {
  test.setTimeout(300_000)
  const [open, certified] = [await teacher(sql, false), await teacher(sql, true)]
  const kept = await ledger(sql, certified)

  await signInAs(page, 'admin')
  await page.goto('/bureau/rules')
  await follow(page, words(`${RULES}.new.start`), /\/bureau\/rules\/new/)
  await page.locator('input[name=title]').fill('授课学时更正')
  await page.locator('input[name=effectiveYear]').fill('2025')
  await press(page, words(`${RULES}.new.start`), /done=started/)
  const draft = new URL(page.url()).pathname

  // A figure below nothing is refused in place; one is confirmed, one changed.
  await page.goto(`${draft}/figures/teaching`)
  await page.locator('input[name=value]').fill('-4')
  await press(page, words(`${RULES}.saveInDraft`))
  await expect(page.locator('[role=alert]').first()).toBeVisible()
  await change(page, draft, 'paper.core', null)
  await change(page, draft, 'teaching', '4')
  await expect(page.locator('main')).toContainText(DOCUMENT)

  // The trial counts both kinds of people, in the background; the page follows it.
  await follow(page, words(`${RULES}.impact.go`), /\/impact$/)
  await page.locator('input[name="years[]"][value="2025"]').check()
  await press(page, words(`${RULES}.impact.submit`), /\/impact\/[0-9a-f-]{36}/)
  await expect(page.locator('#people')).toBeVisible({ timeout: 120_000 })
  await expect(page.locator('#people')).toContainText(words(`${RULES}.impact.direction.less`))
  expect(await ledger(sql, certified)).toEqual(kept)

  // Whoever drafted it does not publish it.
  await page.goto(`${draft}/publish`)
  await expect(page.locator('button[type=submit]', { hasText: words(`${RULES}.publish.submit`) })).toHaveCount(0)

  const second = await (await browser.newContext({ baseURL: process.env.XUESHI_TEST_SITE ?? '' })).newPage()
  await signInAs(second, 'admin2')
  await second.goto(`${draft}/publish`)
  await press(second, words(`${RULES}.publish.submit`))
  await expect(second.locator('[role=alert]').first()).toBeVisible() // some are certified in 2025: that they stay is to be confirmed
  await second.locator('input[name=certifiedStay]').check()
  await press(second, words(`${RULES}.publish.submit`), /done=published/)
  await expect
    .poll(async () => (await sql(`SELECT 1 FROM job WHERE kind = 'recompute' AND finished_at IS NOT NULL AND failure IS NULL`)).length, {
      timeout: 120_000,
    })
    .toBe(1)
  await second.reload()
  await expect(second.locator('main')).toContainText('anhui-2025-')
  await second.context().close()
  const [version] = await sql<{ code: string }>(`SELECT code FROM rule_set_version WHERE title = '授课学时更正'`)
  const code = version?.code ?? ''

  // The uncertified: other hours, a notice that says so, and an explanation by the new version.
  const [after] = await sql<{ total: string; ruleSet: string }>(
    `SELECT total::text AS total, rule_set AS "ruleSet" FROM year WHERE person_id = $1 AND year = 2025`,
    [open.personId],
  )
  expect(after?.ruleSet).toBe(code)
  expect(Number(after?.total)).toBeLessThan(Number(open.total))
  await inOwnContext(page, open.login, async (own) => {
    await own.goto('/account/notifications')
    await expect(own.locator('main')).toContainText('授课学时更正')
    await own.goto('/my?year=2025')
    await expect(own.locator('main')).toContainText(code)
  })

  // The certified: the same row and certificate to the byte, explained by the version they were certified with.
  expect(await ledger(sql, certified)).toEqual(kept)
  await inOwnContext(page, certified.login, async (own) => {
    await own.goto('/account/notifications')
    await expect(own.locator('main')).not.toContainText('授课学时更正')
    await own.goto('/my?year=2025')
    await expect(own.locator('main')).toContainText(certified.ruleSet)
    await expect(own.locator('main')).not.toContainText(code)
  })
})

async function inOwnContext(page: Page, login: string, look: (own: Page) => Promise<void>): Promise<void> {
  const context = await page
    .context()
    .browser()
    ?.newContext({ baseURL: process.env.XUESHI_TEST_SITE ?? '' })
  if (!context) throw new Error('no browser')
  const own = await context.newPage()
  await signInWithDemo(own, login)
  await look(own)
  await context.close()
}
