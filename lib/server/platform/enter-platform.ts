import 'server-only'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { writeAudit } from '../database/audit'
import { newId } from '../database/ids'
import { type Queryable, runOnce } from '../database/statement'
import { invalid, notFound } from '../input/errors'
import { optionalId } from '../input/fields'
import { basisData, windowShape } from './platform-input'
import { queueRecount } from './recount'
import { changeRegister } from './register-change'

/** `like`: a window of the platform that gets another one; without it, a platform that was not in the register. */
export const enterPlatformInput = z.strictObject({ like: optionalId(), ...windowShape })

/** Enters a platform, or a further window of one that is there. What was completed there on a day of the window counts from now on. */
export async function enterPlatform(
  actor: Actor,
  { like, subjects, from, until, ...basis }: z.infer<typeof enterPlatformInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  return changeRegister(actor, async (on, accountId) => {
    if (subjects.length === 0) throw invalid({ subjects: { key: 'choose_some' } })
    if (until && until < from) throw invalid({ until: { key: 'until_before_from' } })
    const code = like ? await codeOf(on, like) : await freeCode(on)
    await refuseOverlap(on, code, from, until)
    if (!like) await refuseSameName(on, basis.name)
    const id = newId()
    const data = basisData(basis)
    const window = { from_on: from, until_on: until || null, subjects: sql<string>`${subjects}` }
    await runOnce((db) => db.insertInto('platform').values({ id, code, ...window, ...data }), on)
    const after = { ...data, subjects, from, until: until || null }
    await writeAudit(actor, { act: 'platform_enter', subject: 'platform', subjectId: id, data: { code, after } }, now, on)
    await queueRecount(on, accountId, { platform: id, change: 'entered', code, subjects, from, until: until || null }, now)
    return { id }
  })
}

async function codeOf(on: Queryable, id: string): Promise<string> {
  const [row] = await runOnce((db) => db.selectFrom('platform').select('code').where('id', '=', id), on)
  if (!row) throw notFound()
  return row.code
}

/** The next number; nobody has to invent a name for what only records refer to. */
async function freeCode(on: Queryable): Promise<string> {
  const [row] = await runOnce(
    (db) =>
      db
        .selectFrom('platform')
        .select((eb) => sql<number | null>`max(substr(${eb.ref('code')}, 10)::int)`.as('last'))
        .where('code', '~', '^platform-[0-9]{1,6}$'),
    on,
  )
  return `platform-${(row?.last ?? 0) + 1}`
}

/** Two windows of one platform never share a day: which document a record rests on would be a matter of luck. */
async function refuseOverlap(on: Queryable, code: string, from: PlainDate, until: PlainDate | null): Promise<void> {
  const [other] = await runOnce(
    (db) =>
      db
        .selectFrom('platform')
        .select(['from_on as from', 'until_on as until'])
        .where('code', '=', code)
        .$if(Boolean(until), (windows) => windows.where('from_on', '<=', until))
        .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', from)]))
        .limit(1),
    on,
  )
  if (other) throw invalid({ from: { key: 'window_overlaps', values: { from: other.from, until: other.until ?? '…' } } })
}

/** The same name twice would let people choose the wrong one: a further window is added to the platform itself. */
async function refuseSameName(on: Queryable, name: string): Promise<void> {
  const same = await runOnce((db) => db.selectFrom('platform').select('id').where('name', '=', name).limit(1), on)
  if (same.length > 0) throw invalid({ name: { key: 'platform_known' } })
}
