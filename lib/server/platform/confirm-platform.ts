import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { writeAudit } from '../database/audit'
import { conflict, notFound } from '../input/errors'
import { id, version } from '../input/fields'
import { basisData, basisShape } from './platform-input'
import { changeRegister } from './register-change'

export const confirmPlatformInput = z.strictObject({ id: id(), version: version(), ...basisShape })

/** Says by a document what the platform is called and how sure its row is. Which days and subjects count stays as it is. */
export async function confirmPlatform(
  actor: Actor,
  { id: of, version: seen, ...basis }: z.infer<typeof confirmPlatformInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  return changeRegister(actor, async (tx) => {
    const row = await tx.platform.findUnique({ where: { id: of } })
    if (!row) throw notFound()
    if (row.version !== seen) throw conflict()
    const data = basisData(basis)
    await tx.platform.update({ where: { id: of }, data: { ...data, version: { increment: 1 } } })
    const before = { name: row.name, status: row.status, source: row.source, document: row.document }
    await writeAudit(actor, { act: 'platform_confirm', subject: 'platform', subjectId: of, data: { before, after: data } }, now, tx)
    return { id: of }
  })
}
