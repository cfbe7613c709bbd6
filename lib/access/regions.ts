import type { UnitLevel } from './types'

/** GB/T 2260. The city's code stands for its bureau's own things and, where something is seen, for all of its counties. */
export const CITY = '341200'
export const COUNTIES = ['341202', '341203', '341204', '341221', '341222', '341225', '341226', '341282'] as const
const REGION_CODES = [CITY, ...COUNTIES] as const

/** Whether the one region lies in the other; a region lies in itself. Of no other city anything does. */
export function isWithin(regionCode: string, of: string): boolean {
  if (regionCode === of) return isKnown(regionCode)
  return of === CITY && isKnown(regionCode)
}

function isKnown(regionCode: string): boolean {
  return (REGION_CODES as readonly string[]).includes(regionCode)
}

/** The bureau whose thing it is: the city's own where the unit is municipal (N6.1), else the territory's (N6.2). */
export function officeRegion(place: { regionCode?: string | null; unitLevel?: UnitLevel | null }): string | null {
  return place.unitLevel === 'municipal' ? CITY : (place.regionCode ?? null)
}
