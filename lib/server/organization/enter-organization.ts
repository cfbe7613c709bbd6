import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { forbidden } from '../input/errors'
import { organizationData, organizationShape } from './organization-input'

export const enterOrganizationInput = z.strictObject(organizationShape)

/** Enters an organisation; administrators only. */
export async function enterOrganization(
  actor: Actor,
  input: z.infer<typeof enterOrganizationInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  if (!can(actor, 'organization_edit', {})) throw forbidden()
  const data = await organizationData(input, null)
  const id = newId()
  await db.$transaction(async (tx) => {
    await tx.organization.create({ data: { ...data, id, createdAt: now } })
    await writeAudit(actor, { act: 'organization_enter', subject: 'organization', subjectId: id }, now, tx)
  })
  return { id }
}
