import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { db } from '../database/db'
import { forbidden, notFound } from '../input/errors'

const MAX_OFFICERS = 50

/** An organisation with who holds its offices, for its form. */
export async function readOrganization(actor: Actor, id: string) {
  if (!can(actor, 'organization_edit', {})) throw forbidden()
  const row = await db.organization.findUnique({
    where: { id },
    select: {
      id: true,
      kind: true,
      name: true,
      nameEn: true,
      uscc: true,
      regionCode: true,
      unitLevel: true,
      employerKind: true,
      authorityId: true,
      field: true,
      contact: true,
      phone: true,
      address: true,
      openingHours: true,
      publicityDays: true,
      publicityInPublic: true,
      active: true,
      version: true,
      roleGrants: {
        where: { endedAt: null },
        select: { id: true, role: true, account: { select: { id: true, displayName: true, personId: true, active: true } } },
        orderBy: { grantedAt: 'asc' },
        take: MAX_OFFICERS,
      },
    },
  })
  if (!row) throw notFound()
  return row
}
export type OrganizationForEditing = Awaited<ReturnType<typeof readOrganization>>
