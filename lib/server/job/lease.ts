import 'server-only'
import { newId } from '../database/ids'
import { databaseNow, type Queryable, secondsFromNow, statement } from '../database/statement'

/** A worker that dies loses its job after so long; one that lives renews it with everything it has done, and in between. */
const LEASE_SECONDS = 10
/** Taken so often without getting on, a job is given up: it would bring down every worker that takes it. */
const MAX_ATTEMPTS = 5

/** How far a job has come. */
export interface Progress {
  position: string | null
  done: number
  total: number | null
  counts: Record<string, number>
}

/** The job is cancelled, or another worker has taken it: stop, and write nothing more. */
export class LostLease extends Error {}

const take = statement('job-take', (db, given: { lease: string }) =>
  db
    .updateTable('job')
    .set((eb) => ({
      lease_owner: given.lease,
      leased_until: secondsFromNow(LEASE_SECONDS),
      attempts: eb('attempts', '+', 1),
      started_at: eb.fn.coalesce('started_at', databaseNow),
    }))
    .where('id', '=', (eb) =>
      eb
        .selectFrom('job')
        .select('id')
        .where('finished_at', 'is', null)
        .where((waiting) => waiting.or([waiting('leased_until', 'is', null), waiting('leased_until', '<', databaseNow)]))
        .orderBy('created_at')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning((eb) => [
      'id',
      'kind',
      'payload',
      'rule_set_id as ruleSetId',
      'created_by as createdBy',
      'position',
      'done',
      'total',
      eb.ref('counts').$castTo<Record<string, number>>().as('counts'),
      'attempts',
      eb.ref('lease_owner').$castTo<string>().as('lease'),
    ]),
)

/** A job as it was taken. `lease` is this taking of it: whoever took it later has another, and then nothing of ours is written. */
export type TakenJob = Awaited<ReturnType<typeof take>>[number]

/** The oldest job that nobody holds, held from now on; null where there is none. Two workers never take the same. */
export async function takeJob(): Promise<TakenJob | null> {
  await giveUp({})
  const [job] = await take({ lease: newId() })
  return job ?? null
}

const giveUp = statement('job-give-up', (db, _: object) =>
  db
    .updateTable('job')
    .set((eb) => ({ finished_at: databaseNow, failure: eb.fn.coalesce('failure', eb.val('given up')) }))
    .where('finished_at', 'is', null)
    .where('leased_until', '<', databaseNow)
    .where('attempts', '>=', MAX_ATTEMPTS),
)

interface Mark {
  id: string
  lease: string
  position: string | null
  done: number
  total: number | null
  counts: string
}

const mark = statement('job-progress', (db, given: Mark) =>
  db
    .updateTable('job')
    .set({
      position: given.position,
      done: given.done,
      total: given.total,
      counts: given.counts,
      attempts: 0,
      leased_until: secondsFromNow(LEASE_SECONDS),
    })
    .where('id', '=', given.id)
    .where('lease_owner', '=', given.lease)
    .where('cancelled_at', 'is', null)
    .where('finished_at', 'is', null)
    .returning('id'),
)

/** Notes how far the job has come, with what was done to get there where `on` holds it in one transaction. Throws `LostLease`. */
export async function saveProgress({ id, lease }: TakenJob, progress: Progress, on?: Queryable): Promise<void> {
  const { position, done, total, counts } = progress
  const marked = await mark({ id, lease, position, done, total, counts: JSON.stringify(counts) }, on)
  if (marked.length !== 1) throw new LostLease()
}

const renew = statement('job-renew', (db, given: { id: string; lease: string }) =>
  db
    .updateTable('job')
    .set({ leased_until: secondsFromNow(LEASE_SECONDS) })
    .where('id', '=', given.id)
    .where('lease_owner', '=', given.lease)
    .where('cancelled_at', 'is', null)
    .where('finished_at', 'is', null)
    .returning('id'),
)

/** Holds the job a while longer; false where it is no longer ours. */
export async function renewLease({ id, lease }: TakenJob): Promise<boolean> {
  return (await renew({ id, lease })).length === 1
}

const finish = statement('job-finish', (db, given: { id: string; lease: string; failure: string | null }) =>
  db
    .updateTable('job')
    .set({ finished_at: databaseNow, failure: given.failure })
    .where('id', '=', given.id)
    .where('lease_owner', '=', given.lease)
    .where('finished_at', 'is', null),
)

/** Ends the job, well or with what went wrong. */
export async function finishJob({ id, lease }: TakenJob, failure: string | null): Promise<void> {
  await finish({ id, lease, failure })
}

interface Release {
  id: string
  lease: string
  failure: string | null
  seconds: number
  /** How many of its attempts are not held against it. */
  forgiven: number
}

const release = statement('job-release', (db, given: Release) =>
  db
    .updateTable('job')
    .set((eb) => ({
      leased_until: secondsFromNow(given.seconds),
      lease_owner: null,
      failure: given.failure,
      attempts: eb('attempts', '-', given.forgiven),
    }))
    .where('id', '=', given.id)
    .where('lease_owner', '=', given.lease)
    .where('finished_at', 'is', null),
)

/** Lets go of a job that is to be taken up again, at once where the worker stops, after a while where it failed. */
export async function releaseJob({ id, lease }: TakenJob, failure: string | null, seconds: number): Promise<void> {
  await release({ id, lease, failure, seconds, forgiven: failure === null ? 1 : 0 })
}
