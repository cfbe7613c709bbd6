import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { usccCheckCharacter } from '@/lib/numbers/uscc'
import { db } from '@/lib/server/database/db'
import { PAGE_ROWS } from '@/lib/server/input/search'
import { changeOrganization, changeOrganizationInput } from '@/lib/server/organization/change-organization'
import { enterOrganization, enterOrganizationInput } from '@/lib/server/organization/enter-organization'
import { readOrganization } from '@/lib/server/organization/read-organization'
import { readOrganizations } from '@/lib/server/organization/read-organizations'
import { saveSettings, saveSettingsInput, settingsVersion } from '@/lib/server/runtime/save-settings'
import { readSettings } from '@/lib/server/runtime/settings'
import { seedReference } from '@/prisma/seed/reference'
import { makeAdministration, makeEmployer, makePerson, noon } from '@/tests/builders/city'
import { expected } from '@/tests/support/expected'

const on = { now: noon('2025-11-18') }
const EMPLOYER = {
  kind: 'employer',
  name: '颍州区试验小学',
  regionCode: '341202',
  unitLevel: 'county',
  employerKind: 'public_institution',
  publicity: 'public',
}
const SEARCH = { q: '', kind: null, region: null, standing: null, after: null }

let administrator: Actor
let auditor: Actor

beforeAll(async () => {
  await seedReference(db)
  ;({ administrator, auditor } = await makeAdministration())
})

const enter = (more: Record<string, unknown> = {}, actor = administrator) =>
  enterOrganization(actor, enterOrganizationInput.parse({ ...EMPLOYER, ...more }), on)

async function change(id: string, more: Record<string, unknown> = {}, actor = administrator) {
  const { version } = await db.organization.findUniqueOrThrow({ where: { id }, select: { version: true } })
  const input = changeOrganizationInput.parse({ ...EMPLOYER, id, version: String(version), standing: 'active', ...more })
  return changeOrganization(actor, input, on)
}

function uscc(serial: number): string {
  const first = `12341299MB${String(serial).padStart(7, '0')}`
  return first + usccCheckCharacter(first)
}

describe('entering', () => {
  test('an employer, audited with who entered it', async () => {
    const { id } = await enter({ uscc: uscc(501), publicityDays: '7', nameEn: 'Trial School' })
    const row = await readOrganization(administrator, id)
    expect(row).toMatchObject({ name: EMPLOYER.name, uscc: uscc(501), publicityDays: 7, active: true, version: 1 })
    const audit = await db.audit.findMany({ where: { subjectId: id } })
    expect(audit.map(({ act, streamId }) => [act, streamId])).toEqual([['organization_enter', administrator.accountId]])
  })

  test('a wrong check character is named, with everything else that is wrong', () => {
    const wrong = enterOrganizationInput.safeParse({
      ...EMPLOYER,
      name: ' ',
      uscc: `${uscc(502).slice(0, -1)}${uscc(502).endsWith('A') ? 'B' : 'A'}`,
    })
    expect(wrong.error?.issues.map(({ path }) => path[0]).sort()).toEqual(['name', 'uscc'])
  })

  test.each([
    ['the same credit code', { uscc: uscc(501) }, 'uscc'],
    ['publicity shorter than the city allows', { publicityDays: '4' }, 'publicityDays'],
    ['no kind of employer', { employerKind: '' }, 'employerKind'],
    ['a county-level unit of the city itself', { regionCode: '341200' }, 'regionCode'],
    ['an authority that is none', { authorityId: '00000000-0000-7000-8000-000000000000' }, 'authorityId'],
    ['a second bureau of the city', { kind: 'bureau', regionCode: '341200' }, 'regionCode'],
  ])('refused: %s', async (_, more, field) => {
    const error = await expected(enter(more))
    expect(error.code === 'invalid' && Object.keys(error.fields)).toEqual([field])
  })

  test('a bureau’s level is its region’s, and what belongs to employers stays out of it', async () => {
    const { id } = await enter({ kind: 'bureau', regionCode: '341221', unitLevel: 'municipal', publicityDays: '9', openingHours: '9-17' })
    const row = await readOrganization(administrator, id)
    expect(row).toMatchObject({ unitLevel: 'county', employerKind: null, publicityDays: null, openingHours: '9-17' })
  })
})

describe('changing', () => {
  test('of two who saw the same version the second is told, and nothing of theirs is kept', async () => {
    const { id } = await makeEmployer()
    await change(id, { name: '甲' })
    const late = expected(change(id, { name: '乙', version: '1' }))
    expect((await late).code).toBe('conflict')
    expect((await readOrganization(administrator, id)).name).toBe('甲')
    expect(await db.audit.count({ where: { subjectId: id } })).toBe(1)
  })

  test('its kind stays', async () => {
    const { id } = await makeEmployer()
    expect((await expected(change(id, { kind: 'provider' }))).code).toBe('not_found')
  })

  test('its present staff follow it to another county, those who left do not', async () => {
    const unit = await makeEmployer()
    const [stays, left] = [await makePerson(unit), await makePerson(unit)]
    await db.employment.updateMany({ where: { personId: left.personId }, data: { untilOn: new Date('2024-12-31') } })
    await change(unit.id, { regionCode: '341203', employerKind: 'state_enterprise' })
    const [one, other] = await Promise.all(
      [stays, left].map(({ personId }) =>
        db.employment.findFirstOrThrow({ where: { personId }, select: { regionCode: true, kind: true } }),
      ),
    )
    expect(one).toEqual({ regionCode: '341203', kind: 'state_enterprise' })
    expect(other).toEqual({ regionCode: '341202', kind: 'public_institution' })
  })
})

describe('the list', () => {
  test('is complete over its pages, without doubles', async () => {
    for (let index = 0; index < PAGE_ROWS + 5; index += 1) await makeEmployer({ name: `同名单位${index % 7}`, regionCode: '341226' })
    const seen: string[] = []
    let after: [string, string] | null = null
    do {
      const page: Awaited<ReturnType<typeof readOrganizations>> = await readOrganizations(administrator, {
        ...SEARCH,
        region: '341226',
        after,
      })
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next ? JSON.parse(Buffer.from(page.next, 'base64url').toString()) : null
    } while (after)
    expect(seen).toHaveLength(PAGE_ROWS + 5)
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('by name, credit code, kind, standing', async () => {
    const { id } = await enter({ name: '独一无二的学校', uscc: uscc(777) })
    const find = async (search: object) => (await readOrganizations(administrator, { ...SEARCH, ...search })).rows.map((row) => row.id)
    expect(await find({ q: '无二' })).toEqual([id])
    expect(await find({ q: uscc(777).toLowerCase() })).toEqual([id])
    expect(await find({ q: '无二', kind: 'provider' })).toEqual([])
    await change(id, { name: '独一无二的学校', standing: 'inactive' })
    expect(await find({ q: '无二', standing: 'active' })).toEqual([])
    expect(await find({ q: '无二', standing: 'inactive' })).toEqual([id])
  })
})

describe('settings', () => {
  async function given(more: Record<string, unknown> = {}) {
    const settings = await readSettings()
    const plain = { ...settings, publicityDays: String(settings.publicityDays), openYears: settings.openYears.map(String) }
    return saveSettingsInput.parse({ ...plain, version: settingsVersion(settings), ...more })
  }

  test('are saved, read again, and audited by name', async () => {
    await saveSettings(administrator, await given({ phone: '0558-1234567', publicityDays: '6' }), on)
    expect(await readSettings()).toMatchObject({ phone: '0558-1234567', publicityDays: 6 })
    const audit = await db.audit.findFirstOrThrow({ where: { act: 'settings_change' } })
    expect(audit.data).toEqual({ changed: ['phone', 'publicityDays'] })
  })

  test('of two at once one wins and the other is told', async () => {
    const inputs = [await given({ address: '甲路' }), await given({ address: '乙路' })]
    const answers = await Promise.allSettled(inputs.map((input) => saveSettings(administrator, input, on)))
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = answers.find((answer) => answer.status === 'rejected')
    expect((await expected(Promise.reject(lost?.reason))).code).toBe('conflict')
  })

  test('a year stays open', async () => {
    const error = await expected(saveSettings(administrator, await given({ openYears: [] }), on))
    expect(error).toMatchObject({ code: 'invalid', fields: { openYears: { key: 'choose_some' } } })
  })
})

test('auditors and reviewers are refused everywhere here', async () => {
  const { id } = await makeEmployer()
  const reviewer: Actor = { ...auditor, role: 'city_reviewer' }
  for (const actor of [auditor, reviewer]) {
    const settings = await readSettings()
    const acts = [
      () => enter({ name: '别的单位' }, actor),
      () => change(id, {}, actor),
      () => readOrganization(actor, id),
      () => readOrganizations(actor, SEARCH),
      () => saveSettings(actor, { ...settings, openYears: ['2025'], version: settingsVersion(settings) }, on),
    ]
    for (const act of acts) expect((await expected(act())).code).toBe('forbidden')
  }
})
