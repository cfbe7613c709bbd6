import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import { encode } from 'next-auth/jwt'
import CredentialsProvider from 'next-auth/providers/credentials'
import { env } from '../runtime/env'
import type { SessionToken } from './session-token'
import { signIn } from './sign-in'

/** Twelve hours: a working day, and not the night. */
export const SESSION_SECONDS = 12 * 3600

declare module 'next-auth' {
  interface Session extends Partial<SessionToken> {}
  interface User extends Partial<SessionToken> {}
}
declare module 'next-auth/jwt' {
  interface JWT extends Partial<SessionToken> {}
}

function secure(): boolean {
  return env().XUESHI_SITE_URL.startsWith('https:')
}

export function sessionCookie() {
  const name = secure() ? '__Secure-xueshi.session' : 'xueshi.session'
  return { name, options: { httpOnly: true, sameSite: 'lax', path: '/', secure: secure() } as const }
}

export function authOptions(): NextAuthOptions {
  return {
    secret: env().XUESHI_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in' },
    cookies: { sessionToken: sessionCookie() },
    providers: [
      CredentialsProvider({
        credentials: { login: {}, password: {} },
        async authorize(credentials) {
          const token = await signIn({ login: credentials?.login ?? '', password: credentials?.password ?? '' })
          return token && { id: token.accountId, ...token }
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (user) Object.assign(token, { accountId: user.accountId, sessionId: user.sessionId, sessionVersion: user.sessionVersion })
        delete token.name
        delete token.email
        delete token.picture
        return token
      },
      session({ session, token }) {
        return { expires: session.expires, accountId: token.accountId, sessionId: token.sessionId, sessionVersion: token.sessionVersion }
      },
    },
  }
}

/** The cookie's value for a session that the sign-in form opened; what next-auth itself would set. */
export function sealSession(token: SessionToken): Promise<string> {
  return encode({ token: { ...token }, secret: env().XUESHI_SECRET, maxAge: SESSION_SECONDS })
}
