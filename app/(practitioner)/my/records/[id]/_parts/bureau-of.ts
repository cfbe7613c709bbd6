import { CITY } from '@/lib/access/regions'
import type { RecordPage } from '@/lib/server/record/read-record'
import { officeNames } from '../../_parts/office-name'

/** The bureau that acts next in a record's matter: against a county's decision it is the city's. */
export async function bureauOf({ regionCode, decidedBy }: Pick<RecordPage, 'regionCode' | 'decidedBy'>): Promise<string> {
  return (await officeNames()).bureau(decidedBy === 'county' ? CITY : regionCode)
}
