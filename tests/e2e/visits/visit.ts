import type { Page } from '@playwright/test'
import type { Sql } from '../../support/e2e'

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

export const NOWHERE = '00000000-0000-7000-8000-000000000000'

/** The path with the key that the query finds in place of `*`. */
export function found(path: string, text: string, values: unknown[] = []) {
  return async (sql: Sql): Promise<string> => {
    const [row] = await sql<{ id: string }>(text, values)
    if (!row) throw new Error(`nothing in the demonstration for ${path}`)
    return path.replace('*', row.id)
  }
}

/** A form sent empty: its errors stand in the summary. */
export async function sendEmpty(page: Page): Promise<void> {
  await page.locator('main form[action] button[type=submit], main form button[type=submit]').last().click()
  await page.locator('[role=alert]').first().waitFor()
}

export const PERSON = `(SELECT person_id FROM account WHERE login_name = $1)`
export const RECORD_OF = `SELECT id FROM hour_record WHERE person_id = ${PERSON}`
export const PAPER_OF = `SELECT id FROM historic_year WHERE person_id = ${PERSON}`
export const UNIT_OF = `(SELECT organization_id FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.login_name = $1 LIMIT 1)`
