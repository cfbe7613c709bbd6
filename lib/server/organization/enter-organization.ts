import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { writeAudit } from '../database/audit'
import { newId } from '../database/ids'
import { inTransaction } from '../database/in-transaction'
import { runOnce } from '../database/statement'
import { forbidden } from '../input/errors'
import { organizationColumns, organizationData, organizationShape } from './organization-input'

export const enterOrganizationInput = z.strictObject(organizationShape)

/** Enters an organisation; administrators only. */
export async function enterOrganization(
  actor: Actor,
  input: z.infer<typeof enterOrganizationInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  if (!can(actor, 'organization_edit', {})) throw forbidden()
  const columns = organizationColumns(await organizationData(input, null))
  const id = newId()
  await inTransaction(async (on) => {
    await runOnce((db) => db.insertInto('organization').values({ id, ...columns, created_at: now }), on)
    await writeAudit(actor, { act: 'organization_enter', subject: 'organization', subjectId: id }, now, on)
  })
  return { id }
}
