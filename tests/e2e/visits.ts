import type { Page } from '@playwright/test'
import type { Sql } from '../support/e2e'

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
const PAPER_OF = `SELECT id FROM historic_year WHERE person_id = ${PERSON}`
const UNIT_OF = `(SELECT organization_id FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.login_name = $1 LIMIT 1)`

/** Entries of the calculator: counted, not chosen, chosen, over the cap, refused. */
const CALCULATED = [
  'training_sprofessional_b20250407_d20250411_n5_fyes',
  'paper_ocore_afirst_d20250901',
  'paper_oother_d20250801_k*E8*AE*BA',
  'courseware_spublic_d20250601_wahou_l35',
  'training_sprofessional_b20250501_d20250502_n2',
  'teaching_sprofessional_d20250601_t1_uno',
]

const PUBLIC: Visit[] = [
  { route: '/', state: 'filled', path: '/' },
  { route: '/calculator', state: 'empty', path: '/calculator' },
  { route: '/calculator', state: 'filled', path: `/calculator?v=1&year=2025&pick=3&e=${CALCULATED.join('.')}` },
  { route: '/calculator', state: 'filled', path: `/calculator?v=1&year=2025&add=training&e=${CALCULATED.slice(0, 1)}` },
  { route: '/calculator', state: 'error', path: '/calculator?v=1&year=20x5&set=none&moved=2025-02-30&pick=9&e=exan.exam_d20251301' },
  { route: '/calculator', state: 'error', path: '/calculator?year=2025&done=training&days=0' },
  { route: '/rules', state: 'filled', path: '/rules' },
  { route: '/rules/sets/[code]', state: 'filled', path: '/rules/sets/anhui-2025' },
  { route: '/rules/sets/[code]', state: 'error', path: '/rules/sets/nothing', status: 404 },
  { route: '/rules/sets/[code]/compare/[other]', state: 'empty', path: '/rules/sets/anhui-2025/compare/anhui-2025' },
  { route: '/rules/sets/[code]/compare/[other]', state: 'error', path: '/rules/sets/anhui-2025/compare/nothing', status: 404 },
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
  { route: '/account/notifications', as: 'wangliping', state: 'filled', path: '/account/notifications' },
  { route: '/account/notifications', as: 'liming', state: 'filled', path: '/account/notifications' },
  { route: '/account/notifications', as: 'xuwei', state: 'empty', path: '/account/notifications' },
  { route: '/my/certificates', as: 'zhaozhiqiang', state: 'filled', path: '/my/certificates' },
  { route: '/my/term', as: 'wangliping', state: 'filled', path: '/my/term?end=2026&t2026=90&p2026=60' },
  { route: '/my/term', as: 'liuyang', state: 'filled', path: '/my/term' },
  { route: '/my/term', as: 'zhaozhiqiang', state: 'filled', path: '/my/term?end=2033' },
  { route: '/my/history', as: 'wangliping', state: 'filled', path: '/my/history' },
  { route: '/my/history', as: 'wangliping', state: 'error', path: '/my/history', act: sendEmpty },
  {
    route: '/my/history/[id]',
    as: 'wangliping',
    state: 'filled',
    path: found('/my/history/*', `${PAPER_OF} AND state = 'entered'`, ['wangliping']),
  },
  { route: '/my/history/[id]', as: 'wangliping', state: 'error', path: `/my/history/${NOWHERE}`, status: 404 },
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
  { route: '/employer/records', as: 'liming', state: 'filled', path: '/employer/records' },
  { route: '/employer/records', as: 'liming', state: 'empty', path: '/employer/records?q=zzzzzz' },
  { route: '/employer/staff', as: 'liming', state: 'filled', path: '/employer/staff' },
  { route: '/employer/staff', as: 'liming', state: 'empty', path: '/employer/staff?q=zzzzzz' },
  {
    route: '/employer/staff/[id]/term',
    as: 'liming',
    state: 'filled',
    path: found('/employer/staff/*/term', `SELECT person_id AS id FROM account WHERE login_name = $1`, ['wangliping']),
  },
  { route: '/employer/staff/[id]/term', as: 'liming', state: 'error', path: `/employer/staff/${NOWHERE}/term`, status: 404 },
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
    // The batch of a record that nobody objected to: another cannot be cancelled.
    path: found(
      '/employer/batches/*/cancel',
      `SELECT batch_id AS id FROM hour_record WHERE person_id = ${PERSON} AND state = 'publicized'`,
      ['wangliping'],
    ),
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
  { route: '/bureau/records', as: 'chenguohua', state: 'filled', path: '/bureau/records' },
  { route: '/bureau/records', as: 'xuwei', state: 'filled', path: '/bureau/records?region=all&state=registered' },
  { route: '/bureau/records', as: 'chenguohua', state: 'empty', path: '/bureau/records?q=zzzzzz' },
  { route: '/bureau/years', as: 'chenguohua', state: 'filled', path: '/bureau/years' },
  { route: '/bureau/years', as: 'chenguohua', state: 'empty', path: '/bureau/years?q=zzzzzz' },
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
  {
    route: '/bureau/records/[id]/correct/check',
    as: 'chenguohua',
    state: 'filled',
    path: found('/bureau/records/*/correct', `SELECT id FROM hour_record WHERE region_code = '341202' AND state = 'registered'`),
    act: async (page) => {
      await page.locator('main input[name=title]').fill('医疗质量安全核心制度培训班（更正）')
      await page.locator('main textarea[name=reason]').fill('名称与证书不一致。')
      await page.locator('main form button[type=submit]').last().click()
      await page.waitForURL(/correct\/check/)
    },
  },
]

const OPEN_ITEM = `SELECT i.batch_id || '/object/' || i.id AS id FROM publicity_item i JOIN publicity_batch b ON b.id = i.batch_id
  JOIN hour_record r ON r.id = i.record_id WHERE b.state = 'open' AND b.in_public AND i.taken_out_at IS NULL AND r.state = 'publicized'`

/** A code for an objection of the demonstration: its own is known to the objector alone. */
async function objectorsLink(sql: Sql): Promise<string> {
  const [row] = await sql<{ id: string }>(`SELECT id FROM objection WHERE state = 'unconfirmed'`)
  if (!row) throw new Error('no objection in the demonstration')
  const code = Buffer.concat([Buffer.from(row.id.replaceAll('-', ''), 'hex'), Buffer.alloc(16)]).toString('base64url')
  await sql('UPDATE objection SET code_hash = sha256($2::bytea) WHERE id = $1', [row.id, Buffer.from(code)])
  return `/board/objection/${code}`
}

const BOARD: Visit[] = [
  { route: '/board', state: 'filled', path: '/board' },
  { route: '/board', state: 'empty', path: '/board?q=zzzzzz' },
  { route: '/board/[id]', state: 'filled', path: found('/board/*', `SELECT id FROM publicity_batch WHERE state = 'open' AND in_public`) },
  { route: '/board/[id]', state: 'error', path: `/board/${NOWHERE}`, status: 404 },
  { route: '/board/[id]/object/[item]', state: 'filled', path: found('/board/*', OPEN_ITEM) },
  { route: '/board/[id]/object/[item]', state: 'error', path: found('/board/*', OPEN_ITEM), act: sendEmpty },
  { route: '/board/objection/[code]', state: 'filled', path: objectorsLink },
  { route: '/board/objection/[code]', state: 'error', path: '/board/objection/nothing', status: 404 },
  { route: '/register', state: 'filled', path: '/register' },
  { route: '/register', state: 'empty', path: '/register?q=zzzzzz' },
  { route: '/recognised', state: 'filled', path: '/recognised?q=&on=2025-05-31&subject=public' },
  { route: '/recognised', state: 'filled', path: '/recognised?q=%E7%A0%94%E4%BF%AE&on=2025-11-20&subject=professional' },
  { route: '/recognised', state: 'empty', path: '/recognised?q=zzzzzz&subject=professional' },
  { route: '/recognised', state: 'error', path: '/recognised?q=&on=tomorrow&subject=public' },
  { route: '/verify', state: 'filled', path: '/verify' },
  { route: '/verify', state: 'error', path: '/verify', act: sendEmpty },
  { route: '/verify/[code]', state: 'filled', path: found('/verify/*', `SELECT code AS id FROM certificate WHERE state = 'valid'`) },
  { route: '/verify/[code]', state: 'error', path: found('/verify/*', `SELECT code AS id FROM certificate WHERE state = 'revoked'`) },
  { route: '/verify/[code]', state: 'empty', path: '/verify/0000-0000-0000-0000' },
  { route: '/demo/mail', state: 'filled', path: '/demo/mail' },
]

const DRAFT = `${RECORD_OF} AND state = 'draft'`
const STEPS = ['kind', 'about', 'time', 'filing', 'evidence', 'check'] as const

const WIZARD: Visit[] = [
  {
    route: '/my/records/[id]/edit',
    as: 'wangliping',
    state: 'filled',
    path: found('/my/records/*/edit', `${RECORD_OF} AND state IN ('draft', 'returned') LIMIT 1`, ['wangliping']),
  },
  ...STEPS.map(
    (step): Visit => ({
      route: '/my/records/[id]/edit/[step]',
      as: 'wangliping',
      state: 'filled',
      path: found(`/my/records/*/edit/${step}`, DRAFT, ['wangliping']),
    }),
  ),
]

const REVIEW: Visit[] = [
  { route: '/employer/objections', as: 'liming', state: 'empty', path: '/employer/objections?q=zzzzzz' },
  { route: '/bureau/certification', as: 'chenguohua', state: 'filled', path: '/bureau/certification' },
  { route: '/bureau/certification', as: 'chenguohua', state: 'empty', path: '/bureau/certification?q=zzzzzz' },
  {
    route: '/bureau/certification/several',
    as: 'xuwei',
    state: 'filled',
    path: found(
      '/bureau/certification/several?year=*',
      `SELECT id FROM year WHERE region_code = '341200' AND state IN ('requested', 'authority_reviewed')`,
    ),
  },
  {
    route: '/bureau/years/[id]',
    as: 'xuwei',
    state: 'filled',
    path: found('/bureau/years/*', `SELECT id FROM year WHERE region_code = '341200' AND state IN ('requested', 'authority_reviewed')`),
  },
  { route: '/bureau/years/[id]', as: 'xuwei', state: 'error', path: '/bureau/years/nothing', status: 404 },
  { route: '/bureau/years/[id]', as: 'xuwei', state: 'error', path: `/bureau/years/${NOWHERE}`, status: 404 },
  { route: '/bureau/certification/terms', as: 'chenguohua', state: 'filled', path: '/bureau/certification/terms' },
  { route: '/bureau/certification/terms', as: 'chenguohua', state: 'empty', path: '/bureau/certification/terms?q=zzzzzz' },
  {
    route: '/bureau/certification/terms/[id]',
    as: 'chenguohua',
    state: 'filled',
    path: found('/bureau/certification/terms/*', `SELECT id FROM term WHERE region_code = '341202' AND state = 'requested'`),
  },
  {
    route: '/bureau/certification/terms/[id]',
    as: 'chenguohua',
    state: 'error',
    path: `/bureau/certification/terms/${NOWHERE}`,
    status: 404,
  },
  { route: '/bureau/certification/history', as: 'chenguohua', state: 'filled', path: '/bureau/certification/history' },
  { route: '/bureau/certification/history', as: 'chenguohua', state: 'empty', path: '/bureau/certification/history?q=zzzzzz' },
  {
    route: '/bureau/certification/history/[id]',
    as: 'chenguohua',
    state: 'filled',
    path: found('/bureau/certification/history/*', `SELECT id FROM historic_year WHERE region_code = '341202' AND state = 'entered'`),
  },
  {
    route: '/bureau/certification/history/[id]',
    as: 'chenguohua',
    state: 'error',
    path: `/bureau/certification/history/${NOWHERE}`,
    status: 404,
  },
  { route: '/bureau/objections', as: 'chenguohua', state: 'filled', path: '/bureau/objections' },
  {
    route: '/employer/objections/[id]',
    as: 'liming',
    state: 'filled',
    path: found('/employer/objections/*', `SELECT id FROM objection WHERE state = 'open'`),
  },
  {
    route: '/bureau/objections/[id]',
    as: 'xuwei',
    state: 'filled',
    path: found('/bureau/objections/*', `SELECT id FROM objection WHERE state = 'open'`),
  },
  { route: '/bureau/objections/[id]', as: 'chenguohua', state: 'error', path: `/bureau/objections/${NOWHERE}`, status: 404 },
  { route: '/bureau/appeals', as: 'xuwei', state: 'filled', path: '/bureau/appeals' },
  { route: '/authority', as: 'zhenghui', state: 'filled', path: '/authority' },
  { route: '/authority', as: 'zhenghui', state: 'empty', path: '/authority?q=zzzzzz' },
  {
    route: '/authority/years/[id]',
    as: 'zhenghui',
    state: 'filled',
    path: found('/authority/years/*', `SELECT y.id FROM year y WHERE y.authority_id = ${UNIT_OF} AND y.state = 'requested'`, ['zhenghui']),
  },
  {
    route: '/authority/terms/[id]',
    as: 'zhenghui',
    state: 'filled',
    path: found('/authority/terms/*', `SELECT t.id FROM term t WHERE t.authority_id = ${UNIT_OF} AND t.state = 'requested'`, ['zhenghui']),
  },
]

const FILING_OF = `SELECT id FROM filing WHERE provider_id = ${UNIT_OF} AND state =`
const LISTED = `SELECT id FROM filing WHERE number IS NOT NULL AND state =`
const FILING_STEPS = ['what', 'content', 'where', 'file', 'check'] as const

const FILINGS: Visit[] = [
  { route: '/register/[id]', state: 'filled', path: found('/register/*', `${LISTED} 'filed'`) },
  { route: '/register/[id]', state: 'filled', path: found('/register/*', `${LISTED} 'cancelled'`) },
  { route: '/register/[id]', state: 'error', path: `/register/${NOWHERE}`, status: 404 },
  { route: '/provider/filings', as: 'fengjie', state: 'filled', path: '/provider/filings' },
  { route: '/provider/filings', as: 'fengjie', state: 'empty', path: '/provider/filings?q=zzzzzz' },
  { route: '/provider/filings/new', as: 'fengjie', state: 'filled', path: '/provider/filings/new' },
  { route: '/provider/filings/new', as: 'fengjie', state: 'error', path: '/provider/filings/new', act: sendEmpty },
  ...['filed', 'amended', 'returned', 'refused', 'approved_by_bureau'].map(
    (state): Visit => ({
      route: '/provider/filings/[id]',
      as: 'fengjie',
      state: 'filled',
      path: found('/provider/filings/*', `${FILING_OF} '${state}'`, ['fengjie']),
    }),
  ),
  {
    route: '/provider/filings/[id]',
    as: 'fengjie',
    state: 'filled',
    path: found('/provider/filings/*?act=cancel', `${FILING_OF} 'submitted'`, ['fengjie']),
  },
  { route: '/provider/filings/[id]', as: 'fengjie', state: 'error', path: `/provider/filings/${NOWHERE}`, status: 404 },
  {
    route: '/provider/filings/[id]/edit',
    as: 'fengjie',
    state: 'filled',
    path: found('/provider/filings/*/edit', `${FILING_OF} 'draft'`, ['fengjie']),
  },
  ...FILING_STEPS.map(
    (step): Visit => ({
      route: '/provider/filings/[id]/edit/[step]',
      as: 'fengjie',
      state: 'filled',
      path: found(`/provider/filings/*/edit/${step}`, `${FILING_OF} 'draft'`, ['fengjie']),
    }),
  ),
]

const AT_BUREAU = `SELECT id FROM filing WHERE region_code = $1 AND outside = $2 AND state =`

const FILING_OFFICES: Visit[] = [
  { route: '/employer/trainings', as: 'liming', state: 'filled', path: '/employer/trainings' },
  { route: '/employer/trainings', as: 'liming', state: 'empty', path: '/employer/trainings?q=zzzzzz' },
  { route: '/employer/trainings/new', as: 'liming', state: 'filled', path: '/employer/trainings/new' },
  { route: '/employer/trainings/new', as: 'liming', state: 'error', path: '/employer/trainings/new', act: sendEmpty },
  {
    route: '/employer/trainings/[id]',
    as: 'liming',
    state: 'filled',
    path: found('/employer/trainings/*', `${FILING_OF} 'filed'`, ['liming']),
  },
  { route: '/employer/trainings/[id]', as: 'liming', state: 'error', path: `/employer/trainings/${NOWHERE}`, status: 404 },
  {
    // a training on file: a change of it is prepared
    route: '/employer/trainings/[id]/edit',
    as: 'liming',
    state: 'filled',
    path: found('/employer/trainings/*/edit', `${FILING_OF} 'filed'`, ['liming']),
  },
  {
    route: '/employer/trainings/[id]/edit/[step]',
    as: 'liming',
    state: 'filled',
    path: found('/employer/trainings/*/edit/check', `${FILING_OF} 'filed'`, ['liming']),
  },
  { route: '/authority/filings', as: 'songkai', state: 'filled', path: '/authority/filings' },
  { route: '/authority/filings', as: 'songkai', state: 'filled', path: '/authority/filings?part=all' },
  { route: '/authority/filings', as: 'songkai', state: 'empty', path: '/authority/filings?q=zzzzzz' },
  {
    route: '/authority/filings/[id]',
    as: 'songkai',
    state: 'filled',
    path: found('/authority/filings/*?act=approve', `SELECT id FROM filing WHERE authority_id = ${UNIT_OF} AND state = 'amended'`, [
      'songkai',
    ]),
  },
  { route: '/authority/filings/[id]', as: 'songkai', state: 'error', path: `/authority/filings/${NOWHERE}`, status: 404 },
  { route: '/bureau/filings', as: 'xuwei', state: 'filled', path: '/bureau/filings' },
  { route: '/bureau/filings', as: 'xuwei', state: 'filled', path: '/bureau/filings?part=all' },
  { route: '/bureau/filings', as: 'guojun', state: 'empty', path: '/bureau/filings' },
  {
    route: '/bureau/filings/[id]',
    as: 'xuwei',
    state: 'filled',
    path: found('/bureau/filings/*?act=return', `${AT_BUREAU} 'submitted'`, ['341200', false]),
  },
  {
    route: '/bureau/filings/[id]',
    as: 'chenguohua',
    state: 'filled',
    path: found('/bureau/filings/*?act=verify', `${AT_BUREAU} 'submitted'`, ['341202', true]),
  },
  { route: '/bureau/filings/[id]', as: 'chenguohua', state: 'error', path: `/bureau/filings/${NOWHERE}`, status: 404 },
  { route: '/bureau/filings/new', as: 'chenguohua', state: 'filled', path: '/bureau/filings/new' },
  { route: '/bureau/filings/new', as: 'chenguohua', state: 'error', path: '/bureau/filings/new', act: sendEmpty },
  ...['', '/number', '/file', '/check'].map(
    (step): Visit => ({
      route: step === '' ? '/bureau/filings/[id]/edit' : '/bureau/filings/[id]/edit/[step]',
      as: 'wuting',
      state: 'filled',
      path: found(`/bureau/filings/*/edit${step}`, `${AT_BUREAU} 'draft'`, ['341202', true]),
    }),
  ),
]

/** A change of the calendar that nobody has put into force yet: the demonstration has none. */
async function proposedChange(sql: Sql): Promise<string> {
  const content = {
    act: 'year',
    notice: '国办发明电〔2026〕1号',
    noticeOn: '2026-11-05',
    source: '',
    off: [{ date: '2027-01-01', name: '元旦' }],
    worked: [],
  }
  const [row] = await sql<{ id: string }>(
    `INSERT INTO calendar_change (id, year, act, content, base_version, proposed_by, proposed_at)
      SELECT gen_random_uuid(), 2027, 'year', $1, 0, id, now() FROM account WHERE login_name = 'admin' RETURNING id`,
    [JSON.stringify(content)],
  )
  return `/bureau/calendar/changes/${row?.id}`
}

const PLATFORM = `SELECT id FROM platform WHERE code = 'ahou'`
const ACCOUNT = `SELECT id FROM account WHERE login_name = $1`

const ADMIN: Visit[] = [
  { route: '/bureau/organizations', as: 'admin', state: 'filled', path: '/bureau/organizations' },
  { route: '/bureau/organizations', as: 'admin', state: 'empty', path: '/bureau/organizations?q=zzzzzz' },
  { route: '/bureau/organizations/new', as: 'admin', state: 'filled', path: '/bureau/organizations/new' },
  { route: '/bureau/organizations/new', as: 'admin', state: 'error', path: '/bureau/organizations/new?kind=employer', act: sendEmpty },
  {
    route: '/bureau/organizations/[id]',
    as: 'admin',
    state: 'filled',
    path: found('/bureau/organizations/*', `SELECT id FROM organization WHERE kind = 'employer' LIMIT 1`),
  },
  { route: '/bureau/people', as: 'admin', state: 'filled', path: '/bureau/people' },
  { route: '/bureau/people', as: 'admin', state: 'empty', path: '/bureau/people?q=zzzzzz' },
  { route: '/bureau/people/new', as: 'admin', state: 'filled', path: '/bureau/people/new' },
  { route: '/bureau/people/new', as: 'admin', state: 'error', path: '/bureau/people/new', act: sendEmpty },
  {
    route: '/bureau/people/[id]',
    as: 'admin',
    state: 'filled',
    path: found('/bureau/people/*', `SELECT person_id AS id FROM account WHERE login_name = $1`, ['liuyang']),
  },
  { route: '/bureau/people/[id]', as: 'admin', state: 'error', path: `/bureau/people/${NOWHERE}`, status: 404 },
  {
    route: '/bureau/people/[id]/edit',
    as: 'admin',
    state: 'filled',
    path: found('/bureau/people/*/edit', `SELECT person_id AS id FROM account WHERE login_name = $1`, ['liuyang']),
  },
  ...['begin-work', 'begin-title', 'apply', 'reveal', 'grant', 'reset', 'standing'].map(
    (act): Visit => ({
      route: '/bureau/people/[id]/[act]',
      as: 'admin',
      state: 'filled',
      path: found(`/bureau/people/*/${act}`, `SELECT person_id AS id FROM account WHERE login_name = $1`, ['liuyang']),
    }),
  ),
  { route: '/bureau/people/accounts', as: 'admin', state: 'filled', path: '/bureau/people/accounts' },
  { route: '/bureau/people/accounts/new', as: 'admin', state: 'filled', path: '/bureau/people/accounts/new' },
  {
    route: '/bureau/people/accounts/[id]',
    as: 'admin',
    state: 'filled',
    path: found('/bureau/people/accounts/*', ACCOUNT, ['chenguohua']),
  },
  {
    route: '/bureau/people/accounts/[id]/[act]',
    as: 'admin',
    state: 'filled',
    path: found('/bureau/people/accounts/*/grant', ACCOUNT, ['chenguohua']),
  },
  { route: '/bureau/settings', as: 'admin', state: 'filled', path: '/bureau/settings' },
  { route: '/bureau/calendar', as: 'admin', state: 'filled', path: '/bureau/calendar' },
  { route: '/bureau/calendar/new', as: 'admin', state: 'filled', path: '/bureau/calendar/new?year=2027' },
  { route: '/bureau/calendar/new', as: 'admin', state: 'filled', path: '/bureau/calendar/new?year=2026' },
  { route: '/bureau/calendar/new', as: 'admin', state: 'error', path: '/bureau/calendar/new?year=2027', act: sendEmpty },
  { route: '/bureau/calendar/[year]', as: 'admin', state: 'filled', path: '/bureau/calendar/2026' },
  { route: '/bureau/calendar/[year]', as: 'admin', state: 'error', path: '/bureau/calendar/2099', status: 404 },
  { route: '/bureau/calendar/[year]/local', as: 'admin', state: 'filled', path: '/bureau/calendar/2026/local' },
  { route: '/bureau/calendar/[year]/local', as: 'admin', state: 'error', path: '/bureau/calendar/2026/local', act: sendEmpty },
  { route: '/bureau/calendar/changes/[id]', as: 'admin', state: 'filled', path: proposedChange },
  { route: '/bureau/calendar/changes/[id]', as: 'admin', state: 'error', path: `/bureau/calendar/changes/${NOWHERE}`, status: 404 },
  { route: '/bureau/platforms', as: 'admin', state: 'filled', path: '/bureau/platforms' },
  { route: '/bureau/platforms/new', as: 'admin', state: 'filled', path: '/bureau/platforms/new' },
  { route: '/bureau/platforms/new', as: 'admin', state: 'filled', path: found('/bureau/platforms/new?like=*', PLATFORM) },
  { route: '/bureau/platforms/new', as: 'admin', state: 'error', path: '/bureau/platforms/new', act: sendEmpty },
  { route: '/bureau/platforms/[id]', as: 'admin', state: 'filled', path: found('/bureau/platforms/*', PLATFORM) },
  { route: '/bureau/platforms/[id]', as: 'admin', state: 'error', path: `/bureau/platforms/${NOWHERE}`, status: 404 },
  { route: '/bureau/platforms/[id]/close', as: 'admin', state: 'filled', path: found('/bureau/platforms/*/close', PLATFORM) },
  {
    route: '/bureau/platforms/[id]/close',
    as: 'admin',
    state: 'filled',
    path: found('/bureau/platforms/*/close?until=2025-09-30', PLATFORM),
  },
  {
    route: '/bureau/platforms/[id]/close',
    as: 'admin',
    state: 'error',
    path: found('/bureau/platforms/*/close?until=2030-01-01', PLATFORM),
  },
  { route: '/bureau/platforms/[id]/confirm', as: 'admin', state: 'filled', path: found('/bureau/platforms/*/confirm', PLATFORM) },
]

const RULES_DRAFT = `SELECT id FROM rule_set_version WHERE state = 'draft' ORDER BY created_at LIMIT 1`
const TRIAL = `SELECT rule_set_id || '/impact/' || id AS id FROM job WHERE kind = 'impact' ORDER BY created_at LIMIT 1`

const RULES: Visit[] = [
  { route: '/bureau/rules', as: 'admin', state: 'filled', path: '/bureau/rules' },
  { route: '/bureau/rules/new', as: 'admin', state: 'filled', path: '/bureau/rules/new' },
  { route: '/bureau/rules/new', as: 'admin', state: 'error', path: '/bureau/rules/new', act: sendEmpty },
  { route: '/bureau/rules/open', as: 'admin', state: 'filled', path: '/bureau/rules/open' },
  { route: '/bureau/rules/[id]', as: 'admin', state: 'filled', path: found('/bureau/rules/*', RULES_DRAFT) },
  {
    route: '/bureau/rules/[id]',
    as: 'admin',
    state: 'filled',
    path: found('/bureau/rules/*', `SELECT id FROM rule_set_version WHERE state = 'published' ORDER BY effective_year LIMIT 1`),
  },
  { route: '/bureau/rules/[id]', as: 'admin', state: 'error', path: `/bureau/rules/${NOWHERE}`, status: 404 },
  { route: '/bureau/rules/[id]/head', as: 'admin', state: 'filled', path: found('/bureau/rules/*/head', RULES_DRAFT) },
  {
    route: '/bureau/rules/[id]/figures/[key]',
    as: 'admin',
    state: 'filled',
    path: found('/bureau/rules/*/figures/paper.core', RULES_DRAFT),
  },
  {
    route: '/bureau/rules/[id]/figures/[key]',
    as: 'admin',
    state: 'error',
    path: found('/bureau/rules/*/figures/award.national', RULES_DRAFT),
    act: sendEmpty,
  },
  {
    route: '/bureau/rules/[id]/deadlines/[year]',
    as: 'admin',
    state: 'filled',
    path: found('/bureau/rules/*/deadlines/2025', RULES_DRAFT),
  },
  {
    route: '/bureau/rules/[id]/deadlines/[year]',
    as: 'admin',
    state: 'error',
    path: found('/bureau/rules/*/deadlines/new', RULES_DRAFT),
    act: sendEmpty,
  },
  ...['oneOptionScope', 'conversionAllocation', 'denyAtShare', 'transition'].map(
    (name): Visit => ({
      route: '/bureau/rules/[id]/settings/[name]',
      as: 'admin',
      state: 'filled',
      path: found(`/bureau/rules/*/settings/${name}`, RULES_DRAFT),
    }),
  ),
  { route: '/bureau/rules/[id]/publish', as: 'admin', state: 'filled', path: found('/bureau/rules/*/publish', RULES_DRAFT) },
  { route: '/bureau/rules/[id]/publish', as: 'admin2', state: 'filled', path: found('/bureau/rules/*/publish', RULES_DRAFT) },
  { route: '/bureau/rules/[id]/impact', as: 'admin', state: 'filled', path: found('/bureau/rules/*/impact', RULES_DRAFT) },
  { route: '/bureau/rules/[id]/impact/[job]', as: 'admin', state: 'filled', path: found('/bureau/rules/*', TRIAL) },
  {
    route: '/bureau/rules/[id]/impact/[job]',
    as: 'admin',
    state: 'empty',
    path: found('/bureau/rules/*?direction=gained&region=341226', TRIAL),
  },
]

/** A training of the account's own office with a roster in this state. */
function rosterPage(path: string, login: string, state: 'draft' | 'confirmed') {
  return found(
    path,
    `SELECT f.id FROM filing f JOIN roster t ON t.filing_id = f.id WHERE f.provider_id = ${UNIT_OF} AND t.state = '${state}' AND t.source = 'file' LIMIT 1`,
    [login],
  )
}
const OWN_TRAINING = `SELECT f.id FROM filing f WHERE f.provider_id = ${UNIT_OF} LIMIT 1`
const CASE_OF_UNIT = `SELECT c.id FROM case_file c WHERE c.organization_id = ${UNIT_OF} AND c.state = 'open' LIMIT 1`
const CASE_OF_PERSON = `SELECT id FROM case_file WHERE person_id = ${PERSON} LIMIT 1`

const ROSTERS: Visit[] = [
  {
    route: '/provider/filings/[id]/roster',
    as: 'fengjie',
    state: 'filled',
    path: rosterPage('/provider/filings/*/roster', 'fengjie', 'confirmed'),
  },
  {
    route: '/provider/filings/[id]/roster',
    as: 'fengjie',
    state: 'error',
    path: rosterPage('/provider/filings/*/roster?problem=columns_unknown&at=A1,C1', 'fengjie', 'draft'),
  },
  { route: '/provider/filings/[id]/roster', as: 'fengjie', state: 'error', path: `/provider/filings/${NOWHERE}/roster`, status: 404 },
  { route: '/provider/cases', as: 'fengjie', state: 'filled', path: '/provider/cases' },
  { route: '/provider/cases', as: 'fengjie', state: 'empty', path: '/provider/cases?q=zzzzzz' },
  { route: '/provider/cases/[id]', as: 'fengjie', state: 'filled', path: found('/provider/cases/*', CASE_OF_UNIT, ['fengjie']) },
  {
    route: '/provider/cases/[id]',
    as: 'fengjie',
    state: 'error',
    path: found('/provider/cases/*', CASE_OF_UNIT, ['fengjie']),
    act: sendEmpty,
  },
  {
    route: '/employer/trainings/[id]/roster',
    as: 'liming',
    state: 'empty',
    path: found('/employer/trainings/*/roster', OWN_TRAINING, ['liming']),
  },
  { route: '/employer/cases', as: 'liming', state: 'empty', path: '/employer/cases' },
  { route: '/employer/cases/[id]', as: 'liming', state: 'error', path: `/employer/cases/${NOWHERE}`, status: 404 },
  { route: '/bureau/cases', as: 'xuwei', state: 'filled', path: '/bureau/cases' },
  { route: '/bureau/cases', as: 'xuwei', state: 'empty', path: '/bureau/cases?q=zzzzzz' },
  {
    route: '/bureau/cases/[id]',
    as: 'xuwei',
    state: 'filled',
    path: found('/bureau/cases/*', `SELECT id FROM case_file WHERE region_code = '341200' AND state = 'open' ORDER BY due_on LIMIT 1`),
  },
  { route: '/my/cases', as: 'wangliping', state: 'filled', path: '/my/cases' },
  { route: '/my/cases', as: 'zhaozhiqiang', state: 'empty', path: '/my/cases' },
  { route: '/my/cases/[id]', as: 'wangliping', state: 'filled', path: found('/my/cases/*', CASE_OF_PERSON, ['wangliping']) },
  {
    route: '/my/cases/[id]',
    as: 'wangliping',
    state: 'error',
    path: found('/my/cases/*?problem=file_type', CASE_OF_PERSON, ['wangliping']),
  },
  { route: '/my/cases/new', as: 'zhaozhiqiang', state: 'empty', path: '/my/cases/new' },
  {
    route: '/my/cases/new',
    as: 'zhaozhiqiang',
    state: 'filled',
    path: found('/my/cases/new?filing=*', `SELECT id FROM filing WHERE title = '农业新技术推广培训班'`),
  },
  {
    route: '/my/cases/new',
    as: 'zhaozhiqiang',
    state: 'error',
    path: found('/my/cases/new?filing=*', `SELECT id FROM filing WHERE title = '农业新技术推广培训班'`),
    act: sendEmpty,
  },
  {
    route: '/my/records/[id]/accept',
    as: 'zhaozhiqiang',
    state: 'filled',
    path: found('/my/records/*/accept', `${RECORD_OF} AND state = 'draft' AND created_role = 'provider_officer'`, ['zhaozhiqiang']),
  },
  { route: '/my/records/[id]/accept', as: 'zhaozhiqiang', state: 'error', path: `/my/records/${NOWHERE}/accept`, status: 404 },
]

export const VISITS: readonly Visit[] = [
  ...PUBLIC,
  ...BOARD,
  ...PRACTITIONER,
  ...WIZARD,
  ...EMPLOYER,
  ...BUREAU,
  ...REVIEW,
  ...FILINGS,
  ...FILING_OFFICES,
  ...ADMIN,
  ...RULES,
  ...ROSTERS,
]
