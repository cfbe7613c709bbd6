import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import type { Prisma } from '@/prisma/generated/client/client'
import { writeAudit } from '../database/audit'
import { newId } from '../database/ids'
import { invalid, notFound } from '../input/errors'
import { optionalId } from '../input/fields'
import { basisData, windowShape } from './platform-input'
import { queueRecount } from './recount'
import { changeRegister, windowText } from './register-change'

/** `like`: a window of the platform that gets another one; without it, a platform that was not in the register. */
export const enterPlatformInput = z.strictObject({ like: optionalId(), ...windowShape })

/** Enters a platform, or a further window of one that is there. What was completed there on a day of the window counts from now on. */
export async function enterPlatform(
  actor: Actor,
  { like, subjects, from, until, ...basis }: z.infer<typeof enterPlatformInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  return changeRegister(actor, async (tx, accountId) => {
    if (subjects.length === 0) throw invalid({ subjects: { key: 'choose_some' } })
    if (until && until < from) throw invalid({ until: { key: 'until_before_from' } })
    const code = like ? await codeOf(tx, like) : await freeCode(tx)
    await refuseOverlap(tx, code, from, until)
    if (!like) await refuseSameName(tx, basis.name)
    const id = newId()
    const row = { id, code, subjects, fromOn: new Date(from), untilOn: until && new Date(until), ...basisData(basis) }
    await tx.platform.create({ data: row })
    const after = { name: row.name, status: row.status, source: row.source, document: row.document, subjects, ...windowText(row) }
    await writeAudit(actor, { act: 'platform_enter', subject: 'platform', subjectId: id, data: { code, after } }, now, tx)
    await queueRecount(tx, accountId, { platform: id, change: 'entered', code, subjects, from, until: until || null }, now)
    return { id }
  })
}

async function codeOf(tx: Prisma.TransactionClient, id: string): Promise<string> {
  const row = await tx.platform.findUnique({ where: { id }, select: { code: true } })
  if (!row) throw notFound()
  return row.code
}

/** The next number; nobody has to invent a name for what only records refer to. */
async function freeCode(tx: Prisma.TransactionClient): Promise<string> {
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    SELECT coalesce(max(substr(code, 10)::int), 0) AS last FROM platform WHERE code ~ '^platform-[0-9]{1,6}$'`
  return `platform-${(row?.last ?? 0) + 1}`
}

/** Two windows of one platform never share a day: which document a record rests on would be a matter of luck. */
async function refuseOverlap(tx: Prisma.TransactionClient, code: string, from: PlainDate, until: PlainDate | null): Promise<void> {
  const other = await tx.platform.findFirst({
    where: {
      code,
      ...(until ? { fromOn: { lte: new Date(until) } } : {}),
      OR: [{ untilOn: null }, { untilOn: { gte: new Date(from) } }],
    },
  })
  if (!other) return
  const window = windowText(other)
  throw invalid({ from: { key: 'window_overlaps', values: { from: window.from, until: window.until ?? '…' } } })
}

/** The same name twice would let people choose the wrong one: a further window is added to the platform itself. */
async function refuseSameName(tx: Prisma.TransactionClient, name: string): Promise<void> {
  if (await tx.platform.findFirst({ where: { name }, select: { id: true } })) throw invalid({ name: { key: 'platform_known' } })
}
