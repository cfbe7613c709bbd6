import type { RecordPath, UnitLevel } from './types'

/** The attributes of a thing that decide who may act on it. An attribute that is left out grants nothing. */
export interface Target {
  /** Whose record, year, certificate it is. */
  personId?: string | null
  /** The employer of a record, person, batch; the provider of a filing. */
  organizationId?: string | null
  /** The industry authority of the unit, or the one a filing goes to. */
  authorityId?: string | null
  /** The region it belongs to; for a year or certificate that of the competent bureau. */
  regionCode?: string | null
  /** Municipal: the city bureau is responsible, wherever the unit lies. */
  unitLevel?: UnitLevel | null
  path?: RecordPath | null
  /** The account that entered it. */
  enteredBy?: string | null
  /** Not submitted yet: open only to the person and to the account that entered it. */
  unsubmitted?: boolean
  /** The level whose decision is appealed. */
  decidedBy?: 'employer' | 'county' | 'city' | null
  /** Open to everyone; a unit may keep its publicity to its own staff. */
  isPublic?: boolean
  /** The actor works at the unit that holds the publicity. */
  actorIsStaff?: boolean
}
