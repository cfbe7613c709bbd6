import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { writeAudit } from '../database/audit'
import { inTransaction, lockUntilCommit } from '../database/in-transaction'
import { runOnce } from '../database/statement'
import { conflict, forbidden, invalid } from '../input/errors'
import { choices, number, optionalText, text } from '../input/fields'
import { readSettings, type SiteSettings, siteSettings } from './settings'

const FIRST_YEAR = 2015
const LAST_YEAR = 2060
const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => String(FIRST_YEAR + index))

export const saveSettingsInput = z.strictObject({
  version: text(64),
  bureauName: text(80),
  address: optionalText(200),
  phone: optionalText(60),
  openingHours: optionalText(200),
  icpNumber: optionalText(60),
  policeNumber: optionalText(60),
  certificateTitle: text(60),
  certificateFooting: optionalText(400, { lines: true }),
  publicityDays: number({ least: 1, most: 60, step: 1 }),
  openYears: choices(YEARS),
})

/** What the page showed, in short: whoever saves over someone else's change is told. */
export function settingsVersion(settings: SiteSettings): string {
  const values = Object.keys(siteSettings.shape).map((name) => settings[name as keyof SiteSettings])
  return createHash('sha256').update(JSON.stringify(values)).digest('hex')
}

/** Saves the site's settings, those that changed; certificates and batches already made keep what they were made with. */
export async function saveSettings(
  actor: Actor,
  { version, ...input }: z.infer<typeof saveSettingsInput>,
  { now }: { now: Date },
): Promise<{ changed: number }> {
  if (!can(actor, 'settings_edit', {})) throw forbidden()
  if (input.openYears.length === 0) throw invalid({ openYears: { key: 'choose_some' } })
  const given = siteSettings.parse({ ...input, openYears: input.openYears.map(Number).sort((a, b) => a - b) })
  return inTransaction(async (on) => {
    // One after the other: a row that is not there yet cannot be locked.
    await lockUntilCommit(on, 'settings')
    const before = await readSettings()
    if (settingsVersion(before) !== version) throw conflict()
    const names = Object.keys(siteSettings.shape) as (keyof SiteSettings)[]
    const changed = names.filter((name) => JSON.stringify(given[name]) !== JSON.stringify(before[name]))
    for (const key of changed) {
      const row = { value: JSON.stringify(given[key]), changed_at: now, changed_by: actor.accountId }
      await runOnce(
        (db) =>
          db
            .insertInto('setting')
            .values({ key, ...row })
            .onConflict((conflict) => conflict.column('key').doUpdateSet(row)),
        on,
      )
    }
    if (changed.length > 0) await writeAudit(actor, { act: 'settings_change', subject: 'setting', data: { changed } }, now, on)
    return { changed: changed.length }
  })
}
