import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { inTransaction } from '../database/in-transaction'
import { runOnce } from '../database/statement'
import { conflict, forbidden, notFound } from '../input/errors'
import { choice, id, version } from '../input/fields'
import { organizationColumns, organizationData, organizationShape } from './organization-input'

export const changeOrganizationInput = z.strictObject({
  ...organizationShape,
  id: id(),
  version: version(),
  standing: choice(['active', 'inactive']),
})

/**
 * Changes an organisation; administrators only. Its kind stays what it is: offices and employments hang on it. Where its territory or the
 * way its staff are employed changes, that of the staff it has today follows; records already handed in keep their path.
 */
export async function changeOrganization(
  actor: Actor,
  input: z.infer<typeof changeOrganizationInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  if (!can(actor, 'organization_edit', {})) throw forbidden()
  const before = await db.organization.findUnique({ where: { id: input.id } })
  if (!before || before.kind !== input.kind) throw notFound()
  const data = { ...(await organizationData(input, input.id)), active: input.standing === 'active' }
  const changed = Object.keys(data).filter((name) => data[name as keyof typeof data] !== before[name as keyof typeof data])
  await inTransaction(async (on) => {
    const columns = { ...organizationColumns(data), active: data.active }
    const claimed = await runOnce(
      (builder) =>
        builder
          .updateTable('organization')
          .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
          .where('id', '=', input.id)
          .where('version', '=', input.version)
          .returning('id'),
      on,
    )
    if (claimed.length === 0) throw conflict()
    const { region_code, employer_kind: kind } = columns
    if (kind && (changed.includes('regionCode') || changed.includes('employerKind'))) {
      await runOnce(
        (builder) =>
          builder
            .updateTable('employment')
            .set({ region_code, kind })
            .where('organization_id', '=', input.id)
            .where('until_on', 'is', null),
        on,
      )
    }
    await writeAudit(actor, { act: 'organization_change', subject: 'organization', subjectId: input.id, data: { changed } }, now, on)
  })
  return { id: input.id }
}
