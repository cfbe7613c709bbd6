import 'server-only'
import type { Action } from '@/lib/access/permissions'
import { CITY, COUNTIES } from '@/lib/access/regions'
import { accessScopeOf } from '@/lib/access/scope'
import type { Actor, UnitLevel } from '@/lib/access/types'
import { notFound } from '../input/errors'

/** Where the city's bureau looks: a county, or everywhere. Left out: its own office. */
export const PLACES = ['all', ...COUNTIES] as const
export type Place = (typeof PLACES)[number]

/** A territory and the level of the units in it whose things an office has. */
export interface OfficeReach {
  offices: readonly { region: string; level: UnitLevel }[]
  /** Another bureau's: it may be read, not decided on. */
  readOnly: boolean
}

const REGIONS = [CITY, ...COUNTIES]

/** Whose records a bureau's officer looks through: a county's own, for the city its own or, to read, everyone's. */
export function officeReach(actor: Actor, action: Action, place: Place | null): OfficeReach {
  const reached = accessScopeOf(actor, action)
  if (reached.kind === 'region') return { offices: [{ region: reached.regionCode, level: 'county' }], readOnly: false }
  if (reached.kind !== 'city') throw notFound()
  const municipal = REGIONS.map((region) => ({ region, level: 'municipal' as const }))
  const own = [...municipal, { region: CITY, level: 'county' as const }]
  if (place === null) return { offices: own, readOnly: false }
  const counties = place === 'all' ? COUNTIES : [place]
  const theirs = counties.map((region) => ({ region, level: 'county' as const }))
  return { offices: place === 'all' ? [...own, ...theirs] : theirs, readOnly: true }
}
