import type { Page } from '@playwright/test'
import { expect, follow, press, words } from '../../support/e2e'

/** Decides a record of the bureau's queue, with its confirmation. */
export async function decideInQueue(page: Page, record: string, act: 'verify' | 'return' | 'reject', reason?: string): Promise<void> {
  await page.goto(`/bureau/verification?record=${record}`)
  await follow(page, words(`bureau.decision.${act}.button`), new RegExp(`act=${act}`))
  if (reason) await page.locator('main textarea[name=reason]').fill(reason)
  const done = { verify: 'verified', return: 'returned', reject: 'rejected' }[act]
  await press(page, words(`bureau.decision.${act}.submit`), new RegExp(`done=${done}`))
}

/** Certifies a year; what rests on a provisional figure is confirmed line by line with a reason. Answers how many such lines there were. */
export async function certify(page: Page, year: string, reason: string): Promise<number> {
  await page.goto(`/bureau/years/${year}`)
  await follow(page, words('certification.year.acts.certify'), /act=certify/)
  const boxes = await page.locator('main input[type=checkbox][name="confirmed[]"]').all()
  if (boxes.length > 0) {
    // Not confirmed: refused, and nothing typed is lost.
    await page.locator('main textarea[name=reason]').fill(reason)
    await press(page, words('certification.act.certify.submit'))
    await expect(page.locator('main [role=alert]').first()).toBeVisible()
    for (const box of boxes) await box.check()
    await expect(page.locator('main textarea[name=reason]')).toHaveValue(reason)
  }
  await press(page, words('certification.act.certify.submit'), /done=certified/)
  return boxes.length
}

/** Revokes a registered record, with reason and finding. */
export async function revokeRecord(page: Page, record: string): Promise<void> {
  await page.goto(`/bureau/records/${record}?act=revoke`)
  await page.locator('main textarea[name=reason]').fill('抽查发现签到不实。')
  await page.locator('main textarea[name=finding]').fill('经核对签到表，本人未参加。')
  await press(page, words('bureau.act.revoke.submit'), /done=revoked/)
}

/** Puts a registered record right: another title, looked at once more before it is done. */
export async function correctRecord(page: Page, record: string, title: string): Promise<void> {
  await page.goto(`/bureau/records/${record}/correct`)
  await page.locator('main input[name=title]').fill(title)
  await page.locator('main textarea[name=reason]').fill('名称与证书不一致，按证书更正。')
  await press(page, words('bureau.correct.submit'), /correct\/check/)
  await press(page, words('correction.submit'), /done=corrected/)
}
