import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { writeAudit } from '../database/audit'
import { inTransaction } from '../database/in-transaction'
import { forbidden } from '../input/errors'
import { choice, id, version } from '../input/fields'
import { claimAccount, otherAccount } from './claim-account'

export const setAccountActiveInput = z.strictObject({ account: id(), version: version(), standing: choice(['active', 'inactive']) })

/** Lets an account sign in or not; one that may not any longer is signed out everywhere at once. */
export async function setAccountActive(
  actor: Actor,
  input: z.infer<typeof setAccountActiveInput>,
  { now }: { now: Date },
): Promise<{ account: string; personId: string | null; standing: 'active' | 'inactive' }> {
  if (!can(actor, 'person_edit', {})) throw forbidden()
  const account = await otherAccount(actor, input.account)
  const active = input.standing === 'active'
  await inTransaction(async (on) => {
    await claimAccount(on, input.account, input.version, { active })
    const act = active ? 'account_activate' : 'account_deactivate'
    await writeAudit(actor, { act, subject: 'account', subjectId: input.account }, now, on)
  })
  return { account: account.id, personId: account.personId, standing: input.standing }
}
