import 'server-only'
import type { Role } from '@/lib/access/types'
import { parseIdNumber } from '@/lib/numbers/id-number'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { passwordMatches } from '../security/password'
import { indexPersonal } from '../security/personal-number'
import { consume, peek, reset } from '../security/rate-limit'
import type { SessionToken } from './session-token'

const SESSION_MS = 12 * 3_600_000
const WINDOW_SECONDS = 15 * 60
const FREE_FAILURES = 3
const SLOWEST_MS = 4000

/** Slower with each failure on the same name, known or not, up to four seconds; never locked: a stranger cannot lock anybody out. */
function slowDown(failures: number): Promise<void> {
  const milliseconds = failures < FREE_FAILURES ? 0 : Math.min(SLOWEST_MS, 250 * 2 ** (failures - FREE_FAILURES))
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/**
 * A session for the login name or ID number with its password; null for anything else, with the same answer and the same work.
 * Runs on the real clock, also in the demonstration.
 */
export async function signIn({ login, password }: { login: string; password: string }): Promise<SessionToken | null> {
  const name = login.trim().toLowerCase().slice(0, 100)
  const key = `sign-in:${name}`
  await slowDown(await peek(key, WINDOW_SECONDS))
  const account = await findAccount(name)
  const matches = await passwordMatches(password.slice(0, 200), account?.passwordHash ?? null)
  if (!account || !matches || !account.active) {
    await consume(key, WINDOW_SECONDS)
    return null
  }
  await reset(key)
  return createSession(account, roleToStartIn(account))
}

/** The session of a demonstration account in the role it stands for; the caller has made sure that it is one. */
export async function demonstrationSession(login: string, role: Role): Promise<SessionToken | null> {
  const account = await findAccount(login)
  if (!account?.active) return null
  return createSession(account, account.grants.find((grant) => grant.role === role)?.id ?? null)
}

async function createSession(account: FoundAccount, grantId: string | null): Promise<SessionToken> {
  const at = new Date()
  const session = { id: newId(), version: account.sessionVersion, createdAt: at, expiresAt: new Date(at.getTime() + SESSION_MS) }
  await db.session.create({ data: { ...session, accountId: account.id, grantId } })
  return { accountId: account.id, sessionId: session.id, sessionVersion: account.sessionVersion }
}

/** The role of the last time where it still stands, else an office before one's own records: whoever holds one comes for it. */
function roleToStartIn({ grants, sessions, personId }: Pick<FoundAccount, 'grants' | 'sessions' | 'personId'>): string | null {
  const last = sessions[0]
  const stands = last && (last.grantId === null ? personId !== null : grants.some((grant) => grant.id === last.grantId))
  return stands ? last.grantId : (grants[0]?.id ?? null)
}

type FoundAccount = NonNullable<Awaited<ReturnType<typeof findAccount>>>

function findAccount(name: string) {
  const select = {
    id: true,
    personId: true,
    passwordHash: true,
    active: true,
    sessionVersion: true,
    grants: { where: { endedAt: null }, select: { id: true, role: true }, orderBy: { grantedAt: 'asc' } },
    sessions: { select: { grantId: true }, orderBy: { createdAt: 'desc' }, take: 1 },
  } as const
  const parsed = parseIdNumber(name)
  return parsed.ok
    ? db.account.findFirst({ where: { person: { idNumberIndex: new Uint8Array(indexPersonal(parsed.idNumber)) } }, select })
    : db.account.findUnique({ where: { loginName: name }, select })
}
