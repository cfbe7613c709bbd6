import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { writeAudit } from '../database/audit'
import { inTransaction } from '../database/in-transaction'
import { forbidden } from '../input/errors'
import { id, version } from '../input/fields'
import { hashPassword, makePassword } from '../security/password'
import { claimAccount, otherAccount } from './claim-account'

export const resetPasswordInput = z.strictObject({ account: id(), version: version() })

/** A new one-time password in place of a forgotten one: said once, changed at the next sign-in. Every session of the account dies. */
export async function resetPassword(
  actor: Actor,
  input: z.infer<typeof resetPasswordInput>,
  { now }: { now: Date },
): Promise<{ loginName: string; displayName: string; password: string }> {
  if (!can(actor, 'person_edit', {})) throw forbidden()
  const { loginName, displayName } = await otherAccount(actor, input.account)
  const password = makePassword()
  const passwordHash = await hashPassword(password)
  await inTransaction(async (on) => {
    await claimAccount(on, input.account, input.version, { password_hash: passwordHash, must_change: true })
    await writeAudit(actor, { act: 'password_reset', subject: 'account', subjectId: input.account }, now, on)
  })
  return { loginName, displayName, password }
}
