import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { inventedIdNumber } from '../../prisma/seed/demo/numbers'
import { expect, press, type Sql, signInAs, signInWith, test, words } from '../support/e2e'
import { pdfText } from '../support/pdf-tools'
import { decideInQueue } from './steps/bureau'
import { acceptRecord, as, openBatch } from './steps/employer'
import { logRecord } from './steps/wizard'

interface Canary {
  name: string
  login: string
  idNumber: string
  phone: string
  password: string
  person: string
}

// Numbers of its own in every run, so that a log of an earlier one says nothing.
const STAMP = Date.now()

function canary(index: number, name: string): Canary {
  const serial = (Math.floor(STAMP / 1000) + index) % 1000
  const day = String(1 + (Math.floor(STAMP / 1_000_000) % 28)).padStart(2, '0')
  return {
    name,
    login: `canary${STAMP}${index}`,
    idNumber: inventedIdNumber(`19${61 + index}-0${1 + (STAMP % 9)}-${day}`, serial),
    phone: `166${String((STAMP + index * 7) % 100_000_000).padStart(8, '0')}`,
    password: '',
    person: '',
  }
}

const PASSWORD = 'a long enough password 2025'

/** Fetches what the browser would: the page and, where it is one, its data for scripts; PDFs as their text. */
async function read(page: Page, path: string): Promise<string> {
  const texts: string[] = []
  for (const headers of [{}, { rsc: '1' }] as Record<string, string>[]) {
    const response = await page.request.get(path, { headers })
    const body = await response.body()
    const type = response.headers()['content-type'] ?? ''
    texts.push(response.url(), JSON.stringify(response.headers()), type.includes('pdf') ? pdfText(body) : body.toString('utf8'))
    if (!type.includes('html')) break
  }
  return texts.join('\n')
}

test('full ID and phone numbers are on no page, in no data, PDF, address or log', async ({ page, sql }) => {
  test.setTimeout(300_000)
  const free = canary(0, '金丝雀甲')
  const staff = canary(1, '金丝雀乙')
  const secrets = [free, staff].flatMap(({ idNumber, phone }) => [idNumber, phone])
  const seen: string[] = []
  page.on('request', (request) => seen.push(request.url()))
  const look = async (who: string, paths: readonly string[]) => {
    for (const path of paths) {
      const text = await read(page, path)
      for (const secret of secrets) expect(text.includes(secret), `${who} at ${path}`).toBe(false)
    }
  }

  await test.step('the administrator enters two people', async () => {
    await signInAs(page, 'admin')
    await enter(page, free, null)
    await enter(page, staff, '颍州区西湖实验学校')
    for (const one of [free, staff]) one.person = await personOf(sql, one.login)
  })
  await test.step('administrator', async () => {
    const pages = (person: string) =>
      ['', '/edit', '/begin-work', '/begin-title', '/apply', '/reveal', '/grant', '/reset', '/standing'].map(
        (act) => `/bureau/people/${person}${act}`,
      )
    await look('administrator', [
      ...pages(free.person),
      ...pages(staff.person),
      '/bureau/people?q=%E9%87%91%E4%B8%9D%E9%9B%80',
      '/bureau/people/accounts',
      '/api/auth/session',
    ])
  })
  await test.step('the free-lancer logs, the county verifies and certifies', async () => {
    await firstSignIn(page, free)
    const exam = await logRecord(page, {
      category: 'exam',
      answers: {
        title: '全国专业技术资格考试',
        number: `KS${free.login}`,
        organizer: '人社部',
        assessment: '通过',
        completedOn: '2025-09-10',
      },
    })
    await look('practitioner', [
      '/my',
      '/my/records',
      `/my/records/${exam.id}`,
      '/my/options',
      '/account/notifications',
      '/account/password',
      '/api/auth/session',
    ])
    await as(page, 'chenguohua')
    await look('county reviewer', ['/bureau/verification', `/bureau/verification?record=${exam.id}`, `/bureau/records/${exam.id}`])
    await decideInQueue(page, exam.id, 'verify')
    await signInAgain(page, free)
    await page.goto('/my?year=2025')
    await press(page, words('my.year.next.request'), /done=requested/)
    const [year] = await sql<{ id: string }>('SELECT id FROM year WHERE person_id = $1 AND year = 2025', [free.person])
    await as(page, 'chenguohua')
    await look('county reviewer', ['/bureau/certification', `/bureau/years/${year?.id}`, `/bureau/years/${year?.id}?act=certify`])
    await page.goto(`/bureau/years/${year?.id}?act=certify`)
    await press(page, words('certification.act.certify.submit'), /done=certified/)
    const [certificate] = await sql<{ id: string; code: string }>('SELECT id, code FROM certificate WHERE person_id = $1', [free.person])
    await look('county reviewer', [
      `/bureau/years/${year?.id}`,
      `/api/files/certificate/${certificate?.id}`,
      `/bureau/records/${exam.id}/correct`,
    ])
    await signInAgain(page, free)
    await look('practitioner', ['/my', '/my/certificates', `/api/files/certificate/${certificate?.id}`])
    await page.context().clearCookies()
    await look('visitor', [`/verify/${certificate?.code}`, '/verify', '/.well-known/jwks.json', '/api/health', '/board'])
    for (const role of ['auditor', 'hanlei', 'xuwei']) {
      await as(page, role)
      await look(role, [
        '/start',
        '/bureau/certification',
        '/bureau/verification?region=341202',
        `/bureau/records/${exam.id}`,
        `/bureau/years/${year?.id}`,
        '/bureau/people',
      ])
    }
  })
  await test.step('the teacher logs, the school publicizes', async () => {
    await firstSignIn(page, staff)
    const paper = await logRecord(page, {
      category: 'paper',
      answers: {
        option: 'other',
        author: 'first',
        title: '论文',
        number: `P${staff.login}`,
        organizer: '学报',
        assessment: '已发表',
        completedOn: '2025-09-10',
      },
    })
    await as(page, 'hemin')
    await look('employer officer', ['/employer/review', `/employer/review/${paper.id}`, '/employer/staff?q=%E9%87%91%E4%B8%9D%E9%9B%80'])
    await acceptRecord(page, paper.id)
    await look('employer officer', ['/employer/batches/new'])
    const batch = await openBatch(page, [paper.id])
    await look('employer officer', [
      '/employer/batches',
      `/employer/batches/${batch}`,
      `/employer/batches/${batch}/notice`,
      `/api/files/notice/${batch}`,
    ])
    await page.context().clearCookies()
    const [item] = await sql<{ id: string }>('SELECT id FROM publicity_item WHERE batch_id = $1', [batch])
    const board = [`/board/${batch}`, `/board/${batch}/object/${item?.id}`]
    await look('visitor', board)
    for (const path of board) expect(await read(page, path), 'names are masked on the board').not.toContain(staff.name)
  })
  await test.step('the administrator may look at a number on purpose, and that is audited', async () => {
    await signInAs(page, 'admin')
    await page.goto(`/bureau/people/${free.person}/reveal`)
    await page.locator('main form button[type=submit]').first().click()
    await expect(page.locator('main')).toContainText(free.idNumber)
    expect(page.url()).not.toContain(free.idNumber)
    await page.reload()
    await expect(page.locator('main')).not.toContainText(free.idNumber)
  })
  const log = readFileSync(process.env.XUESHI_TEST_LOG ?? '', 'utf8')
  for (const secret of secrets) {
    expect(log.includes(secret), 'in the log').toBe(false)
    expect(
      seen.some((url) => url.includes(secret)),
      'in an address',
    ).toBe(false)
  }
  const [clear] = await sql<{ found: number }>(
    `SELECT (SELECT count(*) FROM event WHERE data::text LIKE ANY($1)) + (SELECT count(*) FROM audit WHERE data::text LIKE ANY($1))
       + (SELECT count(*) FROM idempotency_key WHERE answer::text LIKE ANY($1)) + (SELECT count(*) FROM outbox WHERE payload::text LIKE ANY($1)) AS found`,
    [secrets.map((secret) => `%${secret}%`)],
  )
  expect(Number(clear?.found), 'in clear in the database').toBe(0)
})

async function enter(page: Page, one: Canary, employer: string | null): Promise<void> {
  await page.goto('/bureau/people/new')
  await page.locator('input[name=name]').fill(one.name)
  await page.locator('input[name=idNumber]').fill(one.idNumber)
  await page.locator('input[name=phone]').fill(one.phone)
  await page.locator('input[name=loginName]').fill(one.login)
  await page.locator('select[name=regionCode]').selectOption('341202')
  await page.locator(`input[name=employed][value=${employer ? 'employer' : 'freelance'}]`).check()
  if (employer) await page.locator('input[name=organization]').fill(employer)
  await page.locator('input[name=employedFrom]').fill('2020-01-01')
  await press(page, words('admin.person.enter'))
  const said = page.locator('main [role=status], main [aria-live]').filter({ hasText: one.login }).first()
  await expect(said).toBeVisible()
  const [before = '', after = ''] = words('admin.person.entered', { name: one.name, login: one.login, password: '|' }).split('|')
  const text = (await said.textContent()) ?? ''
  one.password = text.slice(text.indexOf(before) + before.length, text.indexOf(after.slice(0, 6), text.indexOf(before) + before.length))
  expect(one.password.length).toBeGreaterThan(7)
  for (const secret of [one.idNumber, one.phone]) expect(text).not.toContain(secret)
}

async function personOf(sql: Sql, login: string): Promise<string> {
  const [row] = await sql<{ id: string }>('SELECT person_id AS id FROM account WHERE login_name = $1', [login])
  return row?.id ?? ''
}

/** With the first password, which is changed before anything else. */
async function firstSignIn(page: Page, one: Canary): Promise<void> {
  await page.context().clearCookies()
  await signInWith(page, one.login, one.password)
  await expect(page).toHaveURL(/\/account\/password/)
  await page.locator('input[name=present]').fill(one.password)
  await page.locator('input[name=next]').fill(PASSWORD)
  await page.locator('input[name=again]').fill(PASSWORD)
  await page.locator('main form button[type=submit]').first().click()
  await expect(page).not.toHaveURL(/\/account\/password$/)
  one.password = PASSWORD
  await signInAgain(page, one)
}

async function signInAgain(page: Page, one: Canary): Promise<void> {
  await page.context().clearCookies()
  await signInWith(page, one.login, one.password)
}
