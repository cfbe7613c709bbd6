import type { Role } from '@/lib/access/types'
import type { Locale, TextSize } from '@/lib/i18n/locales'

/** One of the offices a person holds and may act in. */
export interface ShellRole {
  /** null: one's own, as a practitioner. */
  grantId: string | null
  role: Role
  /** Employer, provider, authority or bureau the office belongs to. */
  organization: string | null
}

/** What the frame of every page shows. All of it is display: nothing here decides who may do what. */
export interface ShellData {
  locale: Locale
  textSize: TextSize
  /** `waiting`: how much waits for the office, by the key of the menu entry. */
  account: { name: string; current: ShellRole; others: ShellRole[]; unread: number; waiting: Readonly<Record<string, number>> } | null
  /** The demonstration's day, `YYYY-MM-DD`; null outside the demonstration. */
  demoToday: string | null
  /** The demonstration shows its mails instead of sending them. */
  demoMails: boolean
  site: SiteDetails
}

/** The site's settings, shown in the footer; null where nobody has set one yet. */
export interface SiteDetails {
  operator: string | null
  address: string | null
  phone: string | null
  officeHours: string | null
  icp: string | null
  psb: string | null
}
