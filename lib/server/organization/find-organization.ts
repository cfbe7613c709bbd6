import 'server-only'
import { parseUscc } from '@/lib/numbers/uscc'
import { db } from '../database/db'
import { invalid } from '../input/errors'
import type { OrganizationKind } from './organization-input'

/** The active organisation whose full name or credit code was typed in the field `organization`; refused there where it is not one. */
export async function findOrganization(typed: string, kind: OrganizationKind) {
  if (typed === '') throw invalid({ organization: { key: 'required' } })
  const parsed = parseUscc(typed)
  const rows = await db.organization.findMany({
    where: { active: true, ...(parsed.ok ? { uscc: parsed.uscc } : { name: typed }) },
    select: { id: true, kind: true, regionCode: true, unitLevel: true, employerKind: true },
    take: 20,
  })
  if (rows.length === 0) throw invalid({ organization: { key: 'organization_unknown' } })
  const [found, ...others] = rows.filter((row) => row.kind === kind)
  if (!found) throw invalid({ organization: { key: 'office_kind' } })
  if (others.length > 0) throw invalid({ organization: { key: 'organization_several' } })
  return found
}
