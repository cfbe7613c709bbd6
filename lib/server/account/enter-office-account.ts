import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { inTransaction } from '../database/in-transaction'
import { runOnce } from '../database/statement'
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
  const account = {
    id,
    login_name: input.loginName,
    display_name: input.name,
    password_hash: passwordHash,
    must_change: true,
    created_at: now,
  }
  const grant = {
    id: newId(),
    account_id: id,
    role: input.role,
    organization_id: organization.id,
    granted_by: actor.accountId,
    granted_at: now,
  }
  await inTransaction(async (on) => {
    await runOnce((db) => db.insertInto('account').values(account), on)
    await runOnce((db) => db.insertInto('role_grant').values(grant), on)
    await writeAudit(actor, { act: 'account_enter', subject: 'account', subjectId: id, data: { role: input.role } }, now, on)
  })
  return { name: input.name, loginName: input.loginName, password }
}
