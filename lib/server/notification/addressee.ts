import 'server-only'
import type { Actor } from '@/lib/access/types'

/** Who is told: the person in their own matters, else the office in whose name they act. */
export type Addressee =
  | { where: { personId: string }; grantId: null }
  /** The grant keeps up to when this officer has read. */
  | { where: { organizationId: string }; grantId: string }

/** Whose notifications the actor reads in the role in use; null: nobody's (a visitor). */
export function addresseeOf({ personId, organizationId, grantId }: Actor): Addressee | null {
  if (grantId !== null) return organizationId === null ? null : { where: { organizationId }, grantId }
  return personId === null ? null : { where: { personId }, grantId }
}
