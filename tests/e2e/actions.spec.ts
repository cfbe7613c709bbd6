import { expect, test } from '../support/e2e'
import { type Answer, builtActions, call, declaredActions } from './steps/actions'

/** What anyone may do without signing in; everything else is refused to a visitor. */
const FOR_EVERYONE = [
  'app/(public)/sign-in/actions.ts#signIn',
  'app/(public)/sign-in/actions.ts#signInToDemonstration',
  'app/(public)/verify/actions.ts#lookUp',
  'app/(public)/board/[id]/object/[item]/actions.ts#raise',
  'app/(public)/board/objection/[code]/actions.ts#confirmContact',
  'app/(public)/board/objection/[code]/actions.ts#appeal',
]

const UUID = '00000000-0000-7000-8000-000000000001'
/** Tried for each field in turn until the schema takes one. */
const VALUES = [
  'x',
  UUID,
  '1',
  '2025',
  '2025-01-01',
  '2026-01-31',
  'training',
  'on',
  'dismiss',
  'allow',
  'kind',
  'what',
  'here',
  'nothing',
  'form',
  'employer',
  'employer_officer',
  'freelance',
  'public_institution',
  'county',
  'municipal',
  '341202',
  '卫生技术',
  'senior',
  'active',
  'yes',
  'someone@example.com',
  '13900000000',
  'off',
  'document',
  'legible',
  'achievements',
  'professional_first',
  'valid.login',
  '11010519491231002X',
  '91350100M000100Y43',
  'long enough a password',
]

test('the build answers to the declared actions, nothing more and nothing less', () => {
  const { actions, others } = declaredActions()
  expect(others).toEqual([])
  expect(actions.length).toBeGreaterThan(30)
  expect(
    builtActions()
      .map(({ file, name }) => `${file}#${name}`)
      .sort(),
  ).toEqual(actions.sort())
})

test('a visitor is refused every action that needs a role, whatever the form says', async ({ request }) => {
  test.setTimeout(240_000)
  const wrong: string[] = []
  for (const action of builtActions()) {
    const name = `${action.file}#${action.name}`
    if (FOR_EVERYONE.includes(name)) continue
    const { answer, fields } = await withValidForm((form) => call(request, action, form))
    const refusal = answer.result?.status === 'error' && answer.result.form && !answer.result.reference
    if (!refusal) wrong.push(`${name} with ${JSON.stringify(fields)}: ${JSON.stringify(answer)}`)
  }
  expect(wrong).toEqual([])
})

/** Fills the form until the schema has nothing to say about any field: what comes then comes from the use case. */
async function withValidForm(send: (fields: Record<string, string>) => Promise<Answer>): Promise<{ answer: Answer; fields: object }> {
  const next = new Map<string, number>()
  const lists = new Set<string>()
  const taken = new Map<string, string>()
  for (let round = 0; round < 80; round += 1) {
    const fields = Object.fromEntries([...taken].map(([name, value]) => [lists.has(name) ? `${name}[]` : name, value]))
    const answer = await send(fields)
    const problems = Object.keys(answer.result?.fields ?? {})
    if (problems.length === 0) return { answer, fields }
    for (const problem of problems) {
      const name = problem.split('.')[0] ?? ''
      const turn = next.get(name) ?? 0
      // The second time round it is tried as a list.
      if (turn >= VALUES.length) lists.add(name)
      taken.set(name, VALUES[turn % VALUES.length] ?? '')
      next.set(name, turn + 1)
    }
  }
  throw new Error(`no valid form: ${JSON.stringify([...taken])}`)
}

test('an action is not run for another site, nor without saying which', async ({ request }) => {
  const [signIn] = builtActions().filter(({ name }) => name === 'signInToDemonstration')
  if (!signIn) throw new Error('no signInToDemonstration')
  const form = { login: 'wangliping', from: '' }
  const foreign = await call(request, signIn, form, { origin: 'https://evil.example' })
  expect(foreign.location).toBeNull()
  expect(foreign.result?.status ?? 'refused by Next').not.toBe('done')
  const none = await call(request, signIn, form, {})
  expect(none.location).toBeNull()
  expect(none.result?.form ?? '').not.toBe('')
  const own = await call(request, signIn, form)
  expect(own.location).not.toBeNull()
})

test('plain form routes are closed to other sites as well', async ({ request }) => {
  for (const path of [
    '/api/demo/clock',
    '/api/session/role',
    '/api/session/sign-out',
    '/api/preferences',
    `/api/files/evidence?record=${UUID}&back=/my/records`,
    `/api/files/filing?filing=${UUID}&back=/trainings/${UUID}/edit/file`,
    `/api/files/roster?filing=${UUID}`,
  ]) {
    for (const headers of [{ origin: 'https://evil.example' }, {}] as Record<string, string>[]) {
      const response = await request.post(path, { form: { days: '1' }, headers, maxRedirects: 0 })
      expect(response.status(), `${path} ${JSON.stringify(headers)}`).toBe(403)
    }
  }
})

test('every page carries the strict headers, cookies are out of reach of scripts', async ({ page, request }) => {
  for (const path of ['/', '/sign-in', '/rules', '/my', '/nothing-here']) {
    const headers = (await request.get(path)).headers()
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{20,}' 'strict-dynamic'/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("object-src 'none'")
    expect(policy).not.toContain('unsafe-inline')
    expect(policy).not.toContain('unsafe-eval')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-powered-by']).toBeUndefined()
  }
  const nonces = await Promise.all([1, 2].map(async () => (await request.get('/')).headers()['content-security-policy']))
  expect(nonces[0], 'a nonce is used once').not.toBe(nonces[1])
  await page.goto('/sign-in')
  await page.locator('button[name=login][value="wangliping"]').click()
  await page.waitForURL((url) => url.pathname === '/my')
  const cookies = (await page.context().cookies()).filter(({ name }) => /session/.test(name))
  expect(cookies.length).toBeGreaterThan(0)
  for (const cookie of cookies) {
    expect(cookie.httpOnly, cookie.name).toBe(true)
    expect(cookie.sameSite, cookie.name).not.toBe('None')
  }
})
