import 'server-only'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { hashPassword, makePassword } from '../security/password'

export interface FirstAdministrator {
  loginName: string
  displayName: string
  /** The city bureau's name; the bureau is entered where there is none. */
  bureauName: string
}

/**
 * The first administrator and, where there is none, the city bureau. Answers the first password, or null where an administrator
 * already exists: further ones are made in the browser. Runs on the server's own command line, by whoever holds it.
 */
export async function createFirstAdministrator(input: FirstAdministrator, now: Date): Promise<{ password: string } | null> {
  const existing = await db.roleGrant.findFirst({ where: { role: 'administrator', endedAt: null }, select: { id: true } })
  if (existing) return null
  const bureau =
    (await db.organization.findFirst({ where: { kind: 'bureau', unitLevel: 'municipal' }, select: { id: true } })) ??
    (await db.organization.create({
      data: { id: newId(), kind: 'bureau', name: input.bureauName, regionCode: '341200', unitLevel: 'municipal', createdAt: now },
      select: { id: true },
    }))
  const password = makePassword()
  await db.account.create({
    data: {
      id: newId(),
      loginName: input.loginName.toLowerCase(),
      displayName: input.displayName,
      passwordHash: await hashPassword(password),
      mustChange: true,
      createdAt: now,
      grants: { create: { id: newId(), role: 'administrator', organizationId: bureau.id, grantedAt: now } },
    },
  })
  return { password }
}
