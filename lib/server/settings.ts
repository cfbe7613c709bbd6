import 'server-only'
import { cache } from 'react'
import { z } from 'zod'
import { db } from './db'

/** The site's settings, each with its default; an administrator changes them. */
export const siteSettings = z.object({
  siteName: z.string().min(1).max(40).default('学时'),
  cityName: z.string().min(1).max(40).default('阜阳市专业技术人员继续教育'),
  bureauName: z.string().max(80).default('阜阳市人力资源和社会保障局'),
  address: z.string().max(200).default(''),
  phone: z.string().max(60).default(''),
  openingHours: z.string().max(200).default(''),
  icpNumber: z.string().max(60).default(''),
  policeNumber: z.string().max(60).default(''),
  certificateTitle: z.string().min(1).max(60).default('专业技术人员继续教育学时登记证书'),
  certificateFooting: z.string().max(400).default('依据《安徽省专业技术人员继续教育学时管理办法》（皖人社秘〔2025〕109号）。'),
  /** Working days of a publicity period where the unit sets none (M14.1, provisional). */
  publicityDays: z.coerce.number().int().min(1).max(60).default(5),
  /** Credit years in which records may be entered. */
  openYears: z.array(z.number().int()).default([2025, 2026]),
})
export type SiteSettings = z.infer<typeof siteSettings>

/** One read a request. Stored values that no longer fit fall back to their defaults, one by one. */
export const readSettings = cache(async (): Promise<SiteSettings> => {
  const rows = await db.setting.findMany({ where: { key: { in: Object.keys(siteSettings.shape) } }, select: { key: true, value: true } })
  const stored: Record<string, unknown> = {}
  for (const { key, value } of rows) {
    const field = siteSettings.shape[key as keyof SiteSettings]
    if (field.safeParse(value).success) stored[key] = value
  }
  return siteSettings.parse(stored)
})
