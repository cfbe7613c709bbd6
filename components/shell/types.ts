import type { Role } from '@/lib/access/types'
import type { Locale, TextSize } from '@/lib/i18n/locales'

/** A role in which the signed-in person may act. */
export interface ShellRole {
  /** Id of the role grant; null: practitioner. */
  grantId: string | null
  role: Role
  /** Name of the employer, provider, authority or bureau of the role. */
  organization: string | null
}

/** The data of every page's header and footer. For display only: it grants no permission. */
export interface ShellData {
  locale: Locale
  textSize: TextSize
  /** `waiting`: number of items waiting for the role, by the key of the navigation entry. */
  account: { name: string; current: ShellRole; others: ShellRole[]; unread: number; waiting: Readonly<Record<string, number>> } | null
  /** The demonstration's current date, `YYYY-MM-DD`; null outside the demonstration. */
  demoToday: string | null
  /** The demonstration shows its mails instead of sending them. */
  demoMails: boolean
  site: SiteDetails
}

/** Settings of the site that the footer shows; null where they are not set. */
export interface SiteDetails {
  operator: string | null
  address: string | null
  phone: string | null
  officeHours: string | null
  icp: string | null
  psb: string | null
}
