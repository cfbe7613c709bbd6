import type { UnitLevel } from './types'

/** Region codes (GB/T 2260). The city's code names the city bureau's own office and, for reading, the city with all its counties. */
export const CITY = '341200'
export const COUNTIES = ['341202', '341203', '341204', '341221', '341222', '341225', '341226', '341282'] as const
const REGION_CODES = [CITY, ...COUNTIES] as const

/** Whether `regionCode` equals `of` or lies in it. Always false for a region outside Fuyang. */
export function isWithin(regionCode: string, of: string): boolean {
  if (regionCode === of) return isKnown(regionCode)
  return of === CITY && isKnown(regionCode)
}

function isKnown(regionCode: string): boolean {
  return (REGION_CODES as readonly string[]).includes(regionCode)
}

/** The region code of the responsible bureau: the city for a municipal unit (N6.1), else the county (N6.2); null where none is given. */
export function officeRegion(place: { regionCode?: string | null; unitLevel?: UnitLevel | null }): string | null {
  return place.unitLevel === 'municipal' ? CITY : (place.regionCode ?? null)
}
