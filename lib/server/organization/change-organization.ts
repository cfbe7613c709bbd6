import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { conflict, forbidden, notFound } from '../input/errors'
import { choice, id, version } from '../input/fields'
import { organizationData, organizationShape } from './organization-input'

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
  await db.$transaction(async (tx) => {
    const { count } = await tx.organization.updateMany({
      where: { id: input.id, version: input.version },
      data: { ...data, version: { increment: 1 } },
    })
    if (count === 0) throw conflict()
    if (data.employerKind && (changed.includes('regionCode') || changed.includes('employerKind'))) {
      await tx.employment.updateMany({
        where: { organizationId: input.id, untilOn: null },
        data: { regionCode: data.regionCode, kind: data.employerKind },
      })
    }
    await writeAudit(actor, { act: 'organization_change', subject: 'organization', subjectId: input.id, data: { changed } }, now, tx)
  })
  return { id: input.id }
}
