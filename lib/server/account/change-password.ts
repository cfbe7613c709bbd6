import 'server-only'
import { cookies } from 'next/headers'
import type { Actor } from '@/lib/access/types'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { ExpectedError, invalid } from '../input/errors'
import { hashPassword, passwordMatches } from '../security/password'
import { SESSION_SECONDS, sealSession, sessionCookie } from './auth-options'
import { readSession } from './read-session'

const LEAST = 10

/** Changes one's own password: every other session of the account dies at once, this one goes on. */
export async function changePassword(
  actor: Actor,
  input: { present: string; next: string; again: string },
  { now }: { now: Date },
): Promise<void> {
  const session = await readSession()
  if (!session || !actor.accountId) throw new ExpectedError({ code: 'unauthenticated' })
  const account = await db.account.findUniqueOrThrow({
    where: { id: actor.accountId },
    select: { passwordHash: true, sessionVersion: true },
  })
  if (!(await passwordMatches(input.present, account.passwordHash))) throw invalid({ present: { key: 'password_wrong' } })
  if ([...input.next].length < LEAST) throw invalid({ next: { key: 'password_short', values: { least: LEAST } } })
  if (input.next !== input.again) throw invalid({ again: { key: 'password_differs' } })
  const version = account.sessionVersion + 1
  await db.$transaction([
    db.account.update({
      where: { id: actor.accountId, sessionVersion: account.sessionVersion },
      data: { passwordHash: await hashPassword(input.next), mustChange: false, sessionVersion: version },
    }),
    db.session.update({ where: { id: session.sessionId }, data: { version } }),
  ])
  await writeAudit(actor, { act: 'password_change', subject: 'account', subjectId: actor.accountId }, now)
  const { name, options } = sessionCookie()
  const token = { accountId: actor.accountId, sessionId: session.sessionId, sessionVersion: version }
  ;(await cookies()).set(name, await sealSession(token), { ...options, maxAge: SESSION_SECONDS })
}
