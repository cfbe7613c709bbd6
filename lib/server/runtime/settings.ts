import 'server-only'
import { cache } from 'react'
import { z } from 'zod'
import { SITE_DEFAULTS } from '@/lib/i18n/site-defaults'
import { db } from '../database/db'

/** The site's settings, each with its default; an administrator changes them. */
export const siteSettings = z.object({
  bureauName: z.string().max(80).default(SITE_DEFAULTS.bureauName),
  address: z.string().max(200).default(''),
  phone: z.string().max(60).default(''),
  openingHours: z.string().max(200).default(''),
  icpNumber: z.string().max(60).default(''),
  policeNumber: z.string().max(60).default(''),
  certificateTitle: z.string().min(1).max(60).default(SITE_DEFAULTS.certificateTitle),
  certificateFooting: z.string().max(400).default(SITE_DEFAULTS.certificateFooting),
  /** Working days of a publicity period where the unit sets none (M14.1, provisional). */
  publicityDays: z.coerce.number().int().min(1).max(60).default(5),
  /** Credit years in which records may be entered. */
  openYears: z.array(z.number().int()).default([2025, 2026]),
})
export type SiteSettings = z.infer<typeof siteSettings>

/** One read a request. Stored values that no longer fit fall back to their defaults, one by one. */
export const readSettings = cache(async (): Promise<SiteSettings> => {
  const rows = await db.setting.findMany({ where: { key: { in: Object.keys(siteSettings.shape) } }, select: { key: true, value: true } })
  return settingsOf(rows)
})

/** The settings of these rows, for whoever reads them along with other things. */
export function settingsOf(rows: readonly { key: string; value: unknown }[]): SiteSettings {
  const stored: Record<string, unknown> = {}
  for (const { key, value } of rows) {
    const field: z.ZodType | undefined = siteSettings.shape[key as keyof SiteSettings]
    if (field?.safeParse(value).success) stored[key] = value
  }
  return siteSettings.parse(stored)
}
