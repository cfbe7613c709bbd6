import 'server-only'
import { CITY } from '@/lib/access/regions'
import { db } from '../database/db'

export interface FilingAuthority {
  id: string
  name: string
  nameEn: string | null
  field: string | null
}

/** The industry authorities that a filing of this bureau may go to: those of the region and those of the city. */
export async function readFilingAuthorities(regionCode: string): Promise<FilingAuthority[]> {
  return db.organization.findMany({
    where: { kind: 'authority', active: true, regionCode: { in: [...new Set([regionCode, CITY])] } },
    select: { id: true, name: true, nameEn: true, field: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
}
