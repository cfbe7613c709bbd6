import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { Actor, Role } from '@/lib/access/types'
import { currentActor, readSession } from '../account/read-session'
import { isUuid } from '../database/ids'
import { ExpectedError } from '../input/errors'

/**
 * Who looks at the page, in one of these roles. A visitor is sent to sign in and comes back; a first password is changed first;
 * anybody else finds nothing: a page of someone else's is not told apart from none.
 */
export async function pageActor(...roles: readonly Role[]): Promise<Actor> {
  const actor = await currentActor()
  if (roles.includes(actor.role)) {
    const session = await readSession()
    if (session?.mustChange) redirect('/account/password')
    return actor
  }
  if (actor.accountId === null) redirect(`/sign-in?from=${encodeURIComponent((await headers()).get('x-path') ?? '/')}`)
  notFound()
}

/** What a read says is not there becomes the not-found page. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof ExpectedError && (error.expected.code === 'not_found' || error.expected.code === 'forbidden')) notFound()
    if (isMalformedKey(error)) notFound()
    throw error
  }
}

/** A row's key out of an address; what is none is not there. */
export function pathId(typed: string): string {
  return isUuid(typed) ? typed : notFound()
}

/** An address with something that is no key at all, as Prisma and PostgreSQL say it. */
function isMalformedKey(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'P2023' || code === '22P02' || code === 'P2007'
}
