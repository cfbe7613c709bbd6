import 'server-only'
import { accessScopeOf } from '@/lib/access/scope'
import type { Actor } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'

/** The trainings whose rosters are the actor's to report: those that their own provider or employer filed. */
export function reportedTrainings(actor: Actor): Prisma.FilingWhereInput {
  const reached = accessScopeOf(actor, 'roster_report')
  return reached.kind === 'organization' ? { providerId: reached.organizationId } : { id: { in: [] } }
}
