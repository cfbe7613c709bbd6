import 'server-only'
import { cookies } from 'next/headers'
import type { Actor } from '@/lib/access/types'
import { ExpectedError } from '../input/errors'
import { readDemonstration } from '../runtime/read-demonstration'
import { SESSION_SECONDS, sealSession, sessionCookie } from './auth-options'
import { demonstrationSession, signIn } from './sign-in'

export interface Credentials {
  login: string
  password: string
  /** Where to go afterwards: a path of this site. */
  from: string
}

/** Signs in with name and password, and goes back to where the person came from. */
export async function openSession(_actor: Actor, { login, password, from }: Credentials): Promise<string> {
  const token = await signIn({ login, password })
  if (!token) throw new ExpectedError({ code: 'wrong_credentials' })
  await setCookie(await sealSession(token))
  return from
}

/** One click in the demonstration: only there, and only its own accounts. */
export async function openDemonstrationSession(_actor: Actor, { login, from }: Omit<Credentials, 'password'>): Promise<string> {
  const demonstration = await readDemonstration()
  const account = demonstration?.accounts.find((one) => one.login === login)
  if (!account) throw new ExpectedError({ code: 'wrong_credentials' })
  const token = await demonstrationSession(login, account.role)
  if (!token) throw new ExpectedError({ code: 'wrong_credentials' })
  await setCookie(await sealSession(token))
  return from
}

async function setCookie(value: string): Promise<void> {
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, value, { ...options, maxAge: SESSION_SECONDS })
}
