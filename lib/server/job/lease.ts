import 'server-only'
import type { PoolClient } from 'pg'
import { pool } from '../database/db'
import { newId } from '../database/ids'

/** A worker that dies loses its job after so long; one that lives renews it with everything it has done, and in between. */
const LEASE_SECONDS = 10
/** Taken so often without getting on, a job is given up: it would bring down every worker that takes it. */
const MAX_ATTEMPTS = 5

export interface TakenJob {
  id: string
  kind: string
  payload: unknown
  ruleSetId: string | null
  createdBy: string
  position: string | null
  done: number
  total: number | null
  counts: Record<string, number>
  attempts: number
  /** This taking of the job: whoever took it later has another, and then nothing of ours is written. */
  lease: string
}

/** How far a job has come. */
export interface Progress {
  position: string | null
  done: number
  total: number | null
  counts: Record<string, number>
}

/** The job is cancelled, or another worker has taken it: stop, and write nothing more. */
export class LostLease extends Error {}

const COLUMNS = `id, kind, payload, rule_set_id AS "ruleSetId", created_by AS "createdBy", position, done, total, counts, attempts, lease_owner AS lease`

/** The oldest job that nobody holds, held from now on; null where there is none. Two workers never take the same. */
export async function takeJob(): Promise<TakenJob | null> {
  await giveUpHopeless()
  const { rows } = await pool.query<TakenJob>(
    `UPDATE job SET lease_owner = $1, leased_until = now() + make_interval(secs => $2), attempts = attempts + 1, started_at = coalesce(started_at, now())
     WHERE id = (SELECT id FROM job WHERE finished_at IS NULL AND (leased_until IS NULL OR leased_until < now())
       ORDER BY created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING ${COLUMNS}`,
    [newId(), LEASE_SECONDS],
  )
  return rows[0] ?? null
}

async function giveUpHopeless(): Promise<void> {
  await pool.query(
    `UPDATE job SET finished_at = now(), failure = coalesce(failure, 'given up') WHERE finished_at IS NULL AND leased_until < now() AND attempts >= $1`,
    [MAX_ATTEMPTS],
  )
}

/** Notes how far the job has come, with what was done to get there where `client` holds it in one transaction. Throws `LostLease`. */
export async function saveProgress(job: TakenJob, progress: Progress, client: Pick<PoolClient, 'query'> = pool): Promise<void> {
  const { rowCount } = await client.query(
    `UPDATE job SET position = $3, done = $4, total = $5, counts = $6, attempts = 0, leased_until = now() + make_interval(secs => $7)
     WHERE id = $1 AND lease_owner = $2 AND cancelled_at IS NULL AND finished_at IS NULL`,
    [job.id, job.lease, progress.position, progress.done, progress.total, JSON.stringify(progress.counts), LEASE_SECONDS],
  )
  if (rowCount !== 1) throw new LostLease()
}

/** Holds the job a while longer; false where it is no longer ours. */
export async function renewLease(job: TakenJob): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE job SET leased_until = now() + make_interval(secs => $3) WHERE id = $1 AND lease_owner = $2 AND cancelled_at IS NULL AND finished_at IS NULL`,
    [job.id, job.lease, LEASE_SECONDS],
  )
  return rowCount === 1
}

/** Ends the job, well or with what went wrong. */
export async function finishJob(job: TakenJob, failure: string | null): Promise<void> {
  await pool.query('UPDATE job SET finished_at = now(), failure = $3 WHERE id = $1 AND lease_owner = $2 AND finished_at IS NULL', [
    job.id,
    job.lease,
    failure,
  ])
}

/** Lets go of a job that is to be taken up again, at once where the worker stops, after a while where it failed. */
export async function releaseJob(job: TakenJob, failure: string | null, seconds: number): Promise<void> {
  await pool.query(
    `UPDATE job SET leased_until = now() + make_interval(secs => $3), lease_owner = NULL, failure = $4, attempts = attempts - $5
     WHERE id = $1 AND lease_owner = $2 AND finished_at IS NULL`,
    [job.id, job.lease, seconds, failure, failure === null ? 1 : 0],
  )
}
