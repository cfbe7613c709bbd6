import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { plainDate } from '@/lib/calendar/plain-date'
import { SUBJECTS } from '@/lib/rules/types'
import { act } from '../consequence/act'
import { ledgerConsequences } from '../consequence/ledger-consequences'
import { newId, uuid } from '../database/ids'
import { type Queryable, runOnce } from '../database/statement'
import { actorOf } from '../job/actor-of'
import type { JobKind } from '../job/kinds'
import { saveProgress, type TakenJob } from '../job/lease'
import { loadForDecision } from '../record/load-for-decision'
import { now } from '../runtime/clock'
import { withFreshLedgers } from '../transition/fresh-ledgers'
import type { Notification } from '../transition/notification-rows'
import { type Courses, registeredCourses } from './affected-courses'

const KIND: JobKind = 'platform_recount'
const AT_ONCE = 200
const NOTICES = { entered: 'platform_entered', closed: 'platform_closed' } as const

const day = z.iso.date().transform(plainDate)
const payload = z.object({
  platform: uuid(),
  change: z.enum(['entered', 'closed']),
  code: z.string(),
  subjects: z.array(z.enum(SUBJECTS)),
  from: day,
  until: day.nullable(),
  since: z.iso.datetime(),
})

/** Has the courses of these days counted again, in the background: a part of the change of the register after which they count otherwise. */
export async function queueRecount(
  on: Queryable,
  accountId: string,
  of: { platform: string; change: keyof typeof NOTICES } & Courses,
  at: Date,
): Promise<void> {
  const payload = JSON.stringify({ ...of, since: at.toISOString() })
  const row = { id: newId(), kind: KIND, created_by: accountId, created_at: at, payload }
  await runOnce((db) => db.insertInto('job').values(row), on)
}

/**
 * Rewrites the ledgers in which a platform's courses count otherwise since its window changed, and tells their people. Certified years stay
 * as they are. Whom it has told is done: a run that was killed goes on with the others.
 */
export async function recountCourses(job: TakenJob, signal: AbortSignal): Promise<void> {
  const { change, since, ...courses } = payload.parse(job.payload)
  const [actor, at] = await Promise.all([actorOf(job.createdBy), now()])
  const ids = await registeredCourses(courses, { kind: NOTICES[change], since })
  const progress = { position: null, done: job.done, total: job.done + ids.length, counts: job.counts }
  await saveProgress(job, progress)
  for (let from = 0; from < ids.length && !signal.aborted; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    await recount(actor, some, NOTICES[change], at)
    progress.done += some.length
    await saveProgress(job, progress)
  }
}

/** By the rules as they are now; what is requested and falls below its minimum is open again. */
async function recount(actor: Actor, ids: readonly string[], kind: string, at: Date): Promise<void> {
  await withFreshLedgers(async () => {
    const records = await loadForDecision(ids, {})
    const changes = records.map((record) => ({ record, registered: true, effects: [], change: {} }))
    const { steps = [], ...following } = await ledgerConsequences({ actor, now: at }, changes, null)
    const notification = records.map(
      ({ personId, id: recordId, title, category, year }): Notification => ({
        id: newId(),
        person_id: personId,
        kind,
        data: { recordId, title, category, year },
        at,
      }),
    )
    await act(actor, { steps, ...following, inserts: { notification } }, at)
  })
}
