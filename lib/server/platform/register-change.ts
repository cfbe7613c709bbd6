import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { forbidden } from '../input/errors'
import { RAISE_RULES_REVISION } from '../rule-set/in-force'

/** Turns its window into the text of dates that the history keeps. */
export function windowText({ fromOn, untilOn }: { fromOn: Date; untilOn: Date | null }): { from: string; until: string | null } {
  return { from: fromOn.toISOString().slice(0, 10), until: untilOn?.toISOString().slice(0, 10) ?? null }
}

/**
 * A change of the register of platforms, administrators only, one after the other: whether a window overlaps another can only be said while
 * nobody adds one. The rules' revision is raised with it, so that the gates of crediting know at once.
 */
export async function changeRegister<T>(actor: Actor, work: (tx: Prisma.TransactionClient, accountId: string) => Promise<T>): Promise<T> {
  const { accountId } = actor
  if (!can(actor, 'platform_edit', {}) || accountId === null) throw forbidden()
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('platforms', 0))`
    const answer = await work(tx, accountId)
    await tx.$executeRawUnsafe(RAISE_RULES_REVISION)
    return answer
  })
}
