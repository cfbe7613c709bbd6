import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor, Role } from '@/lib/access/types'
import type { OrganizationKind } from '@/prisma/generated/client/enums'
import { writeAudit } from '../audit'
import { db } from '../db'
import { forbidden, invalid, notFound } from '../errors'
import { newId } from '../ids'

/** Which kind of organisation each office belongs to. */
const OFFICE_OF: Partial<Record<Role, OrganizationKind>> = {
  employer_officer: 'employer',
  provider_officer: 'provider',
  authority_reviewer: 'authority',
  county_reviewer: 'bureau',
  city_reviewer: 'bureau',
  leader: 'bureau',
  administrator: 'bureau',
  auditor: 'bureau',
}

/** Gives an account an office; its sessions die, so that the new office is seen at the next sign-in and nowhere half. */
export async function grantRole(
  actor: Actor,
  input: { accountId: string; role: Role; organizationId: string },
  { now }: { now: Date },
): Promise<{ grantId: string }> {
  const account = await db.account.findUnique({ where: { id: input.accountId }, select: { id: true, personId: true } })
  if (!account) throw notFound()
  if (!can(actor, 'role_grant', { personId: account.personId })) throw forbidden()
  const organization = await db.organization.findUnique({ where: { id: input.organizationId }, select: { kind: true, unitLevel: true } })
  if (!organization) throw notFound()
  if (organization.kind !== OFFICE_OF[input.role]) throw invalid({ organizationId: { key: 'office_kind' } })
  const cityOffice = organization.unitLevel === 'municipal'
  if (input.role === 'city_reviewer' && !cityOffice) throw invalid({ organizationId: { key: 'office_city' } })
  if (input.role === 'county_reviewer' && cityOffice) throw invalid({ organizationId: { key: 'office_county' } })
  const same = await db.roleGrant.findFirst({ where: { ...input, endedAt: null }, select: { id: true } })
  if (same) throw invalid({ role: { key: 'taken' } })
  const grantId = newId()
  await db.$transaction([
    db.roleGrant.create({ data: { ...input, id: grantId, grantedBy: actor.accountId, grantedAt: now } }),
    db.account.update({ where: { id: account.id }, data: { sessionVersion: { increment: 1 } } }),
  ])
  await writeAudit(actor, { act: 'role_grant', subject: 'account', subjectId: account.id, data: { role: input.role } }, now)
  return { grantId }
}

/** Ends an office; every session of the account dies at once. */
export async function endRole(actor: Actor, input: { grantId: string }, { now }: { now: Date }): Promise<{ accountId: string }> {
  const grant = await db.roleGrant.findFirst({
    where: { id: input.grantId, endedAt: null },
    select: { accountId: true, role: true, account: { select: { personId: true } } },
  })
  if (!grant) throw notFound()
  if (!can(actor, 'role_grant', { personId: grant.account.personId })) throw forbidden()
  await db.$transaction([
    db.roleGrant.update({ where: { id: input.grantId }, data: { endedAt: now } }),
    db.account.update({ where: { id: grant.accountId }, data: { sessionVersion: { increment: 1 } } }),
  ])
  await writeAudit(actor, { act: 'role_end', subject: 'account', subjectId: grant.accountId, data: { role: grant.role } }, now)
  return { accountId: grant.accountId }
}
