import type { Role } from '@/lib/access/types'

/** An entry of the main navigation: its message key in `nav`, its path, and whether only that page belongs to it (`exact`). */
export interface NavEntry {
  key: string
  href: string
  exact?: boolean
  /** Another path whose pages belong to it. */
  also?: string
}

const PUBLIC: readonly NavEntry[] = [
  { key: 'calculator', href: '/calculator' },
  { key: 'rules', href: '/rules' },
  { key: 'register', href: '/register' },
  { key: 'board', href: '/board' },
  { key: 'verify', href: '/verify' },
]

const BUREAU: readonly NavEntry[] = [
  { key: 'bureau.verification', href: '/bureau/verification' },
  { key: 'bureau.certification', href: '/bureau/certification' },
  { key: 'bureau.find', href: '/bureau/records', also: '/bureau/years' },
  { key: 'bureau.filings', href: '/trainings' },
  { key: 'bureau.objections', href: '/bureau/objections' },
  { key: 'bureau.appeals', href: '/bureau/appeals' },
  { key: 'bureau.cases', href: '/cases' },
  { key: 'rules', href: '/rules' },
]

const NAVIGATION: Partial<Record<Role, readonly NavEntry[]>> = {
  practitioner: [
    { key: 'my.year', href: '/my', exact: true },
    { key: 'my.records', href: '/my/records' },
    { key: 'my.term', href: '/my/term' },
    { key: 'my.certificates', href: '/my/certificates' },
    { key: 'calculator', href: '/calculator' },
    { key: 'rules', href: '/rules' },
  ],
  employer_officer: [
    { key: 'employer.review', href: '/employer/review' },
    { key: 'employer.records', href: '/employer/records' },
    { key: 'employer.batches', href: '/employer/batches' },
    { key: 'employer.objections', href: '/employer/objections' },
    { key: 'employer.trainings', href: '/trainings' },
    { key: 'employer.cases', href: '/cases' },
    { key: 'employer.home', href: '/employer/staff' },
    { key: 'rules', href: '/rules' },
  ],
  provider_officer: [
    { key: 'provider.filings', href: '/trainings' },
    { key: 'provider.cases', href: '/cases' },
    { key: 'rules', href: '/rules' },
  ],
  authority_reviewer: [
    { key: 'authority.years', href: '/authority', exact: true },
    { key: 'authority.filings', href: '/trainings' },
    { key: 'rules', href: '/rules' },
  ],
  county_reviewer: BUREAU,
  city_reviewer: BUREAU,
  administrator: [
    { key: 'admin.organizations', href: '/bureau/organizations' },
    { key: 'admin.platforms', href: '/bureau/platforms' },
    { key: 'admin.calendar', href: '/bureau/calendar' },
    { key: 'admin.people', href: '/bureau/people' },
    { key: 'admin.rules', href: '/bureau/rules' },
    { key: 'admin.settings', href: '/bureau/settings' },
    { key: 'rules', href: '/rules' },
  ],
}

/** The navigation of a role; the public one for visitors and for roles without an entry. */
export function navigationFor(role: Role | null): readonly NavEntry[] {
  return (role && NAVIGATION[role]) || PUBLIC
}
