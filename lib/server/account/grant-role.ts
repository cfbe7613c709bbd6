import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { inTransaction } from '../database/in-transaction'
import { type Queryable, runOnce } from '../database/statement'
import { forbidden, invalid, notFound } from '../input/errors'
import { choice, id, text, version } from '../input/fields'
import { findOrganization } from '../organization/find-organization'
import { claimAccount, otherAccount } from './claim-account'
import { OFFICE_ROLES, organizationKindOf, requireFittingLevel } from './office-kinds'

export const grantRoleInput = z.strictObject({ account: id(), version: version(), role: choice(OFFICE_ROLES), organization: text(100) })
export const endRoleInput = z.strictObject({ account: id(), version: version(), grant: id() })

/** Gives an account an office; its sessions die, so that the new office is seen at the next sign-in and nowhere half. */
export async function grantRole(
  actor: Actor,
  input: z.infer<typeof grantRoleInput>,
  { now }: { now: Date },
): Promise<{ account: string; personId: string | null }> {
  if (!can(actor, 'role_grant', {})) throw forbidden()
  const account = await otherAccount(actor, input.account)
  if (!can(actor, 'role_grant', { personId: account.personId })) throw forbidden()
  const organization = await findOrganization(input.organization, organizationKindOf(input.role))
  requireFittingLevel(input.role, organization.unitLevel)
  const grant = { accountId: account.id, role: input.role, organizationId: organization.id }
  const same = await db.roleGrant.findFirst({ where: { ...grant, endedAt: null }, select: { id: true } })
  if (same) throw invalid({ role: { key: 'office_held' } })
  await inTransaction(async (on) => {
    await claimAccount(on, account.id, input.version)
    const row = { id: newId(), account_id: account.id, role: input.role, organization_id: organization.id }
    await runOnce((db) => db.insertInto('role_grant').values({ ...row, granted_by: actor.accountId, granted_at: now }), on)
    const data = { role: input.role, organizationId: organization.id }
    await writeAudit(actor, { act: 'role_grant', subject: 'account', subjectId: account.id, data }, now, on)
  })
  return { account: account.id, personId: account.personId }
}

/** Ends an office; every session of the account dies at once. */
export async function endRole(
  actor: Actor,
  input: z.infer<typeof endRoleInput>,
  { now }: { now: Date },
): Promise<{ account: string; personId: string | null }> {
  if (!can(actor, 'role_grant', {})) throw forbidden()
  const account = await otherAccount(actor, input.account)
  if (!can(actor, 'role_grant', { personId: account.personId })) throw forbidden()
  const grant = await db.roleGrant.findFirst({
    where: { id: input.grant, accountId: account.id },
    select: { role: true, organizationId: true },
  })
  if (!grant) throw notFound()
  await inTransaction(async (on) => {
    await claimAccount(on, account.id, input.version)
    await endGrant(on, input.grant, now)
    await writeAudit(actor, { act: 'role_end', subject: 'account', subjectId: account.id, data: grant }, now, on)
  })
  return { account: account.id, personId: account.personId }
}

async function endGrant(on: Queryable, id: string, now: Date): Promise<void> {
  await runOnce((db) => db.updateTable('role_grant').set({ ended_at: now }).where('id', '=', id).where('ended_at', 'is', null), on)
  await runOnce((db) => db.updateTable('session').set({ ended_at: now }).where('grant_id', '=', id).where('ended_at', 'is', null), on)
}
