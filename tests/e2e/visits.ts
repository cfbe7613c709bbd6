import type { Page } from '@playwright/test'

type Sql = <Row extends Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>

/** One look at a page: by whom, in which of its states. */
export interface Visit {
  route: string
  /** Login of a demonstration account; undefined: a visitor. */
  as?: string
  state: 'empty' | 'filled' | 'error'
  path: string | ((sql: Sql) => Promise<string>)
  status?: number
  /** What brings the state about, once the page is there. */
  act?: (page: Page) => Promise<void>
}

/** Next's own, and those that only lead on. */
export const NOT_LOOKED_AT = ['/_not-found', '/_global-error', '/start']

const NOWHERE = '00000000-0000-7000-8000-000000000000'

/** The path with the key that the query finds in place of `*`. */
function found(path: string, text: string, values: unknown[] = []) {
  return async (sql: Sql): Promise<string> => {
    const [row] = await sql<{ id: string }>(text, values)
    if (!row) throw new Error(`nothing in the demonstration for ${path}`)
    return path.replace('*', row.id)
  }
}

/** A form sent empty: its errors stand in the summary. */
async function sendEmpty(page: Page): Promise<void> {
  await page.locator('main form[action] button[type=submit], main form button[type=submit]').last().click()
  await page.locator('[role=alert]').first().waitFor()
}

const PERSON = `(SELECT person_id FROM account WHERE login_name = $1)`
const RECORD_OF = `SELECT id FROM hour_record WHERE person_id = ${PERSON}`
const UNIT_OF = `(SELECT organization_id FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.login_name = $1 LIMIT 1)`

const PUBLIC: Visit[] = [
  { route: '/', state: 'filled', path: '/' },
  { route: '/rules', state: 'filled', path: '/rules' },
  { route: '/rules/[category]', state: 'filled', path: '/rules/training' },
  { route: '/rules/[category]', state: 'filled', path: '/rules/award' },
  { route: '/rules/[category]', state: 'error', path: '/rules/nothing', status: 404 },
  { route: '/privacy', state: 'filled', path: '/privacy' },
  { route: '/sign-in', state: 'filled', path: '/sign-in' },
  {
    route: '/sign-in',
    state: 'error',
    path: '/sign-in?from=/my',
    act: async (page) => {
      await page.locator('form:has(input[name=password]) button[type=submit]').click()
      await page.locator('[role=alert]').first().waitFor()
    },
  },
]

const PRACTITIONER: Visit[] = [
  { route: '/my', as: 'wangliping', state: 'filled', path: '/my' },
  { route: '/my', as: 'wangliping', state: 'empty', path: '/my?year=2026' },
  { route: '/my/records', as: 'wangliping', state: 'filled', path: '/my/records' },
  { route: '/my/records', as: 'wangliping', state: 'empty', path: '/my/records?q=zzzzzz' },
  { route: '/my/records/new', as: 'wangliping', state: 'filled', path: '/my/records/new' },
  {
    route: '/my/records/[id]',
    as: 'wangliping',
    state: 'filled',
    path: found('/my/records/*', `${RECORD_OF} AND state = 'publicized'`, ['wangliping']),
  },
  { route: '/my/records/[id]', as: 'wangliping', state: 'error', path: `/my/records/${NOWHERE}`, status: 404 },
  { route: '/my/options', as: 'wangliping', state: 'filled', path: '/my/options' },
  { route: '/my/options', as: 'wangliping', state: 'empty', path: '/my/options?year=2026' },
  { route: '/my/certificates', as: 'wangliping', state: 'empty', path: '/my/certificates' },
  { route: '/my/notifications', as: 'wangliping', state: 'filled', path: '/my/notifications' },
  { route: '/account/password', as: 'wangliping', state: 'filled', path: '/account/password' },
  { route: '/account/password', as: 'wangliping', state: 'error', path: '/account/password', act: sendEmpty },
]

const EMPLOYER: Visit[] = [
  { route: '/employer/review', as: 'liming', state: 'filled', path: '/employer/review' },
  { route: '/employer/review', as: 'liming', state: 'empty', path: '/employer/review?q=zzzzzz' },
  {
    route: '/employer/review/[id]',
    as: 'liming',
    state: 'filled',
    path: found(
      '/employer/review/*',
      `SELECT id FROM hour_record WHERE organization_id = ${UNIT_OF} AND state = 'submitted' AND path = 'employer'`,
      ['liming'],
    ),
  },
  { route: '/employer/review/[id]', as: 'liming', state: 'error', path: `/employer/review/${NOWHERE}`, status: 404 },
  { route: '/employer/staff', as: 'liming', state: 'filled', path: '/employer/staff' },
  { route: '/employer/staff', as: 'liming', state: 'empty', path: '/employer/staff?q=zzzzzz' },
  { route: '/employer/batches', as: 'liming', state: 'filled', path: '/employer/batches' },
  { route: '/employer/batches/new', as: 'liming', state: 'filled', path: '/employer/batches/new' },
  {
    route: '/employer/batches/[id]',
    as: 'liming',
    state: 'filled',
    path: found('/employer/batches/*', `SELECT id FROM publicity_batch WHERE organization_id = ${UNIT_OF} AND state = 'open'`, ['liming']),
  },
  { route: '/employer/batches/[id]', as: 'liming', state: 'error', path: `/employer/batches/${NOWHERE}`, status: 404 },
  {
    route: '/employer/batches/[id]/cancel',
    as: 'liming',
    state: 'filled',
    path: found('/employer/batches/*/cancel', `SELECT id FROM publicity_batch WHERE organization_id = ${UNIT_OF} AND state = 'open'`, [
      'liming',
    ]),
  },
  {
    route: '/employer/batches/[id]/notice',
    as: 'liming',
    state: 'filled',
    path: found('/employer/batches/*/notice', `SELECT id FROM publicity_batch WHERE organization_id = ${UNIT_OF} AND state = 'open'`, [
      'liming',
    ]),
  },
  {
    route: '/employer/batches/[id]/take-out/[record]',
    as: 'liming',
    state: 'filled',
    path: found(
      '/employer/batches/*',
      `SELECT batch_id || '/take-out/' || id AS id FROM hour_record WHERE organization_id = ${UNIT_OF} AND state = 'publicized'`,
      ['liming'],
    ),
  },
]

const BUREAU: Visit[] = [
  { route: '/bureau/verification', as: 'chenguohua', state: 'filled', path: '/bureau/verification' },
  { route: '/bureau/verification', as: 'chenguohua', state: 'empty', path: '/bureau/verification?q=zzzzzz' },
  {
    route: '/bureau/verification/several',
    as: 'chenguohua',
    state: 'filled',
    path: found(
      '/bureau/verification/several?record=*',
      `SELECT id FROM hour_record WHERE region_code = '341202' AND state = 'submitted' AND path = 'bureau'`,
    ),
  },
  {
    route: '/bureau/records/[id]',
    as: 'chenguohua',
    state: 'filled',
    path: found('/bureau/records/*', `SELECT id FROM hour_record WHERE region_code = '341202' AND state = 'registered'`),
  },
  { route: '/bureau/records/[id]', as: 'chenguohua', state: 'error', path: `/bureau/records/${NOWHERE}`, status: 404 },
  {
    route: '/bureau/records/[id]/correct',
    as: 'chenguohua',
    state: 'filled',
    path: found('/bureau/records/*/correct', `SELECT id FROM hour_record WHERE region_code = '341202' AND state = 'registered'`),
  },
]

export const VISITS: readonly Visit[] = [...PUBLIC, ...PRACTITIONER, ...EMPLOYER, ...BUREAU]
