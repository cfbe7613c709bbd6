import 'server-only'
import { cookies } from 'next/headers'
import { db } from '../database/db'
import { sessionCookie } from './auth-options'
import { readSession } from './read-session'

/** Ends the session in the database and forgets its cookie. */
export async function endSession(): Promise<void> {
  const session = await readSession()
  if (session) await db.session.update({ where: { id: session.sessionId }, data: { endedAt: new Date() } })
  ;(await cookies()).delete({ ...sessionCookie().options, name: sessionCookie().name })
}
