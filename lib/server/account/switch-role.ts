import 'server-only'
import { db } from '../database/db'
import { ExpectedError, notFound } from '../input/errors'
import { readSession } from './read-session'

/** From now on this session acts in another of the person's own roles; null: as practitioner. */
export async function switchRole(grantId: string | null): Promise<void> {
  const session = await readSession()
  if (!session) throw new ExpectedError({ code: 'unauthenticated' })
  if (!session.roles.some((role) => role.grantId === grantId)) throw notFound()
  await db.session.update({ where: { id: session.sessionId }, data: { grantId } })
}
