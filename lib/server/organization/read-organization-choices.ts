import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { db } from '../database/db'
import { forbidden } from '../input/errors'
import type { OrganizationKind } from './organization-input'

/** A browser shows so many suggestions; any other name can be typed. */
const MOST = 300

/** Active organisations of these kinds to choose from, by name. */
export async function readOrganizationChoices(actor: Actor, kinds: readonly OrganizationKind[]): Promise<{ id: string; name: string }[]> {
  if (!can(actor, 'organization_edit', {})) throw forbidden()
  return db.organization.findMany({
    where: { kind: { in: [...kinds] }, active: true },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST,
  })
}
