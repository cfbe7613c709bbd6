import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { forbidden, invalid } from '../input/errors'
import { choice, loginName, text } from '../input/fields'
import { findOrganization } from '../organization/find-organization'
import { hashPassword, makePassword } from '../security/password'
import { OFFICE_ROLES, organizationKindOf, requireFittingLevel } from './office-kinds'

export const enterOfficeAccountInput = z.strictObject({
  name: text(40),
  loginName: loginName(),
  role: choice(OFFICE_ROLES),
  organization: text(100),
})

/** An account for somebody who works in an office and logs no hours of their own here. The first password is said once. */
export async function enterOfficeAccount(
  actor: Actor,
  input: z.infer<typeof enterOfficeAccountInput>,
  { now }: { now: Date },
): Promise<{ name: string; loginName: string; password: string }> {
  if (!can(actor, 'role_grant', {})) throw forbidden()
  const same = await db.account.findUnique({ where: { loginName: input.loginName }, select: { id: true } })
  if (same) throw invalid({ loginName: { key: 'taken' } })
  const organization = await findOrganization(input.organization, organizationKindOf(input.role))
  requireFittingLevel(input.role, organization.unitLevel)
  const password = makePassword()
  const passwordHash = await hashPassword(password)
  const id = newId()
  const grant = { id: newId(), role: input.role, organizationId: organization.id, grantedBy: actor.accountId, grantedAt: now }
  const account = { id, loginName: input.loginName, displayName: input.name, passwordHash, mustChange: true, createdAt: now }
  await db.$transaction(async (tx) => {
    await tx.account.create({ data: { ...account, grants: { create: grant } } })
    await writeAudit(actor, { act: 'account_enter', subject: 'account', subjectId: id, data: { role: input.role } }, now, tx)
  })
  return { name: input.name, loginName: input.loginName, password }
}
