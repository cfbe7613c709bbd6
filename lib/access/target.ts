import type { RecordPath, UnitLevel } from './types'

/** What of a thing decides who may do something with it. A fact that is left out gives nobody anything. */
export interface Target {
  /** Whose record, year, certificate it is. */
  personId?: string | null
  /** The employer of a record, person, batch; the provider of a filing. */
  organizationId?: string | null
  /** The industry authority of the unit, or the one a filing goes to. */
  authorityId?: string | null
  /** Where it belongs; for a year or certificate the competent bureau's region. */
  regionCode?: string | null
  /** Municipal: the city bureau's, wherever the unit lies. */
  unitLevel?: UnitLevel | null
  path?: RecordPath | null
  /** The account that entered it. */
  enteredBy?: string | null
  /** Not handed in yet: seen by the person and whoever entered it only. */
  unsubmitted?: boolean
  /** Whose decision is appealed. */
  decidedBy?: 'employer' | 'county' | 'city' | null
  /** Open to everyone; a unit may keep its publicity to its own staff. */
  isPublic?: boolean
  /** The actor works at the unit whose publicity it is. */
  actorIsStaff?: boolean
}
