import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { writeAudit } from '../database/audit'
import { runOnce } from '../database/statement'
import { id, version } from '../input/fields'
import { basisData, basisShape } from './platform-input'
import { changeRegister, windowForChange } from './register-change'

export const confirmPlatformInput = z.strictObject({ id: id(), version: version(), ...basisShape })

/** Says by a document what the platform is called and how sure its row is. Which days and subjects count stays as it is. */
export async function confirmPlatform(
  actor: Actor,
  { id: of, version: seen, ...basis }: z.infer<typeof confirmPlatformInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  return changeRegister(actor, async (on) => {
    const { name, status, source, document } = await windowForChange(on, of, seen)
    const data = basisData(basis)
    await runOnce(
      (db) =>
        db
          .updateTable('platform')
          .set((eb) => ({ ...data, version: eb('version', '+', 1) }))
          .where('id', '=', of),
      on,
    )
    const before = { name, status, source, document }
    await writeAudit(actor, { act: 'platform_confirm', subject: 'platform', subjectId: of, data: { before, after: data } }, now, on)
    return { id: of }
  })
}
