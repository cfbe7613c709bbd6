import type { Page } from '@playwright/test'
import { expect, words } from '../../support/e2e'
import { pdfText, qrTexts } from '../../support/pdf-tools'

export interface Printed {
  text: string
  /** The whole text of the QR code: address and signature. */
  qr: string
  /** The path that the address leads to. */
  path: string
}

/** Downloads the valid certificate of the person signed in and reads it as a stranger would: text, QR code. */
export async function printed(page: Page): Promise<Printed> {
  await page.goto('/my/certificates')
  const href = await page.locator('main a[href^="/api/files/certificate/"]').first().getAttribute('href')
  const response = await page.request.get(href ?? '')
  expect(response.status()).toBe(200)
  expect(response.headers()['content-type']).toContain('application/pdf')
  const pdf = await response.body()
  const [qr = ''] = qrTexts(pdf, 200, 1)
  const [address = ''] = qr.split('#')
  return { text: pdfText(pdf), qr, path: new URL(address).pathname }
}

/** What the check page says of the certificate now. */
export async function expectChecked(page: Page, path: string, state: 'valid' | 'superseded' | 'revoked'): Promise<void> {
  await page.goto(path)
  await expect(page.locator('h1')).toHaveText(words(`verify.answer.${state}.title`))
}
