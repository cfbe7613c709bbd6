import type { Page } from '@playwright/test'
import { inventedProof } from '../../../prisma/seed/demo/proof'
import { expect, follow, press, words } from '../../support/e2e'

/** What is said on the pages of the form, by field name, wherever a page asks for it. */
export interface Logged {
  category: string
  answers: Record<string, string>
  /** Words by which the filing is found; undefined: there is none. */
  filing?: string
}

const STEP = /\/my\/records\/([0-9a-f-]{36})\/edit\/(\w+)/

function place(page: Page): { id: string; step: string } {
  const [, id = '', step = ''] = STEP.exec(new URL(page.url()).pathname) ?? []
  return { id, step }
}

/** From the choice of the category through every page to the last, where the hours stand before anything is handed in. */
export async function fillRecord(page: Page, logged: Logged): Promise<string> {
  await page.goto('/my/records/new')
  await page.locator(`input[name=category][value="${logged.category}"]`).check()
  await press(page, words('record.new.continue'), STEP)
  const { id } = place(page)
  for (let pages = 0; pages < 8; pages += 1) {
    const { step } = place(page)
    if (step === 'check') return id
    await expect(page.locator('h1')).toHaveText(words(`record.step.${step}`))
    if (step === 'evidence') await addProof(page, `${id} ${logged.category}`)
    else if (step === 'filing') await chooseFiling(page, logged.filing)
    else {
      await fillFields(page, logged.answers)
      await press(page, words('record.step.continue'))
    }
    await page.waitForURL((url) => (STEP.exec(url.pathname)?.[2] ?? step) !== step)
  }
  throw new Error('the form does not end')
}

/** Every field of the page that has an answer. */
export async function fillFields(page: Page, answers: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(answers)) {
    const radio = page.locator(`main input[type=radio][name="${name}"][value=${JSON.stringify(value)}]`)
    if ((await radio.count()) > 0) await radio.check()
    const text = page.locator(`main form input[type=text][name="${name}"], main form textarea[name="${name}"]`)
    if ((await text.count()) > 0) await text.fill(value)
  }
}

async function chooseFiling(page: Page, filing: string | undefined): Promise<void> {
  if (filing) {
    await page.locator('main input[name=q]').fill(filing)
    await press(page, words('entry.filing.find'), /[?&]q=/)
    await page.locator('main label', { hasText: filing }).locator('input[name=filingId]').first().check()
  } else await page.locator('input[name=filingId][value=none]').check()
  await press(page, words('record.step.continue'))
}

async function addProof(page: Page, line: string): Promise<void> {
  await upload(page, { name: 'proof.pdf', mimeType: 'application/pdf', buffer: Buffer.from(inventedProof(line)) })
  await expect(page).toHaveURL(/done=added/)
  await follow(page, words('record.evidence.continue'))
}

/** Sends one file through the page's own form: from memory, or by its path where it is a large one. */
export async function upload(page: Page, file: { name: string; mimeType: string; buffer: Buffer } | string): Promise<void> {
  await page.locator('main input[type=file][name=file]').first().setInputFiles(file)
  await press(page, words('record.evidence.upload'))
}

/** The hours that the last page promises. */
export async function promisedHours(page: Page): Promise<number> {
  const text = (await page.locator('main').textContent()) ?? ''
  const [before = '', after = ''] = words('record.check.hours', { hours: '|' }).split('|')
  const found = new RegExp(`${before}\\s*(\\d+(?:\\.\\d)?)\\s*${after.trim()}`).exec(text)
  return found ? Number(found[1]) : Number.NaN
}

/** Hands in what the last page shows. */
export async function submit(page: Page, again = false): Promise<void> {
  await press(page, words(again ? 'record.check.resubmit' : 'record.check.submit'), /done=submitted/)
}

/** From the choice of the category to having handed in; answers its key. */
export async function logRecord(page: Page, logged: Logged): Promise<{ id: string; hours: number }> {
  const id = await fillRecord(page, logged)
  const hours = await promisedHours(page)
  await submit(page)
  return { id, hours }
}
