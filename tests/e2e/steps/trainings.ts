import type { Page } from '@playwright/test'
import writeXlsxFile from 'write-excel-file/node'
import { inventedProof } from '../../../prisma/seed/demo/proof'
import { expect, follow, press, type Sql, words } from '../../support/e2e'
import { as } from './employer'
import { fillFields } from './wizard'

/** The demonstration's day, later by so many. */
export async function dayIn(sql: Sql, days: number): Promise<string> {
  const [row] = await sql<{ offset: string }>(`SELECT value->>'offsetMs' AS offset FROM setting WHERE key = 'demonstration'`)
  return new Date(Date.now() + Number(row?.offset ?? 0) + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** A training written on every page of the form with its syllabus, and handed in; answers its key. */
export async function fileTraining(page: Page, answers: Record<string, string>): Promise<string> {
  const STEP = /\/trainings\/([0-9a-f-]{36})\/edit\/(\w+)/
  const at = () => STEP.exec(new URL(page.url()).pathname) ?? []
  await page.goto('/trainings/new')
  await fillFields(page, answers)
  await press(page, words('filing.edit.next'), STEP)
  const [, id = ''] = at()
  for (let pages = 0; pages < 6; pages += 1) {
    const [, , step = ''] = at()
    if (step === 'check') break
    if (step === 'file') {
      await page
        .locator('main input[type=file]')
        .first()
        .setInputFiles({ name: 'syllabus.pdf', mimeType: 'application/pdf', buffer: Buffer.from(inventedProof(id)) })
      await press(page, words('filing.file.upload'), /done=added/)
      await follow(page, words('filing.file.next'))
    } else {
      await fillFields(page, answers)
      const authority = page.locator('main input[type=radio][name=authorityId]')
      if ((await authority.count()) > 0) await authority.first().check()
      await press(page, words('filing.edit.next'))
    }
    await page.waitForURL((url) => (STEP.exec(url.pathname)?.[2] ?? step) !== step)
  }
  await press(page, words('filing.check.submit.here'), /done=/)
  return id
}

/** Bureau and authority both agree. */
export async function approveTraining(page: Page, sql: Sql, filing: string): Promise<void> {
  const reviewers = await sql<{ login: string; role: string }>(
    `SELECT DISTINCT ON (g.role) a.login_name AS login, g.role::text AS role FROM filing f
       JOIN role_grant g ON g.ended_at IS NULL AND (g.organization_id = f.authority_id AND g.role = 'authority_reviewer'
         OR g.role IN ('county_reviewer', 'city_reviewer') AND g.organization_id IN (SELECT id FROM organization o WHERE o.kind = 'bureau' AND o.region_code = f.region_code))
       JOIN account a ON a.id = g.account_id WHERE f.id = $1 ORDER BY g.role, a.login_name`,
    [filing],
  )
  expect(reviewers.length).toBe(2)
  for (const { login } of reviewers) {
    await as(page, login)
    await page.goto(`/trainings/${filing}?act=approve`)
    await press(page, words('filing.act.approve.submit'), /done=(approved|filed)/)
  }
}

/** A person's ID number as the administrator looks at it: providers know it from the person. */
export async function numberOf(page: Page, person: string): Promise<string> {
  await page.goto(`/bureau/people/${person}/reveal`)
  await press(page, words('admin.act.reveal'))
  const [before = ''] = words('admin.person.revealed', { number: '|' }).split('|')
  const said = page.locator('main', { hasText: before })
  await expect(said).toBeVisible()
  return /[0-9]{17}[0-9X]/.exec((await said.textContent()) ?? '')?.[0] ?? ''
}

/** A roster as a workbook, sent through the page's own form. */
export async function uploadRoster(page: Page, filing: string, rows: readonly (string | number)[][]): Promise<void> {
  const heads = ['name', 'number', 'days', 'result'].map((column) => words(`roster.column.${column}`))
  const bytes = await writeXlsxFile([heads, ...rows.map((row) => [...row])]).toBuffer()
  await page.goto(`/trainings/${filing}/roster`)
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.locator('main input[type=file][name=file]').first().setInputFiles({ name: 'roster.xlsx', mimeType: type, buffer: bytes })
  await press(page, words('roster.upload.send'))
}
