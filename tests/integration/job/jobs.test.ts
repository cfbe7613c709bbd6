import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/lib/server/database/ids'
import { finishJob, LostLease, renewLease, saveProgress, type TakenJob, takeJob } from '@/lib/server/job/lease'
import { runOneJob } from '@/lib/server/job/run-jobs'
import { testDatabase } from '@/tests/support/database'

const { owner } = testDatabase()
const never = new AbortController().signal

beforeEach(async () => {
  await owner.query('DELETE FROM job')
})

async function queued(kind = 'counting', minute = 0): Promise<string> {
  const id = newId()
  await owner.query(
    `INSERT INTO job (id, kind, created_by, created_at) VALUES ($1, $2, $3, timestamptz '2025-11-10 10:00Z' + make_interval(mins => $4))`,
    [id, kind, newId(), minute],
  )
  return id
}

async function rowOf(id: string) {
  const { rows } = await owner.query('SELECT * FROM job WHERE id = $1', [id])
  return rows[0]
}

/** What a worker that is killed leaves: its lease runs out. */
async function die(job: TakenJob): Promise<void> {
  await owner.query(`UPDATE job SET leased_until = now() - interval '1 second' WHERE id = $1`, [job.id])
}

async function taken(): Promise<TakenJob> {
  const job = await takeJob()
  if (!job) throw new Error('no job was waiting')
  return job
}

test('many workers share the jobs, the oldest first, none taken twice', async () => {
  const ids = [await queued('counting', 2), await queued('counting', 1)]
  const jobs = await Promise.all(Array.from({ length: 8 }, takeJob))
  expect(jobs.flatMap((job) => job?.id ?? []).sort()).toEqual([...ids].sort())
  await owner.query('DELETE FROM job')
  const [later, first] = [await queued('counting', 9), await queued('counting', 3)]
  expect((await taken()).id).toBe(first)
  expect((await taken()).id).toBe(later)
  expect(await takeJob()).toBeNull()
})

test('a killed worker’s job is taken up where it stood, and the dead one writes nothing more', async () => {
  const id = await queued()
  const before = await taken()
  const position = newId()
  await saveProgress(before, { position, done: 500, total: 2000, counts: { lost: 3 } })
  expect(await takeJob()).toBeNull()
  await die(before)
  const after = await taken()
  expect(after).toMatchObject({ id, position, done: 500, total: 2000, counts: { lost: 3 }, attempts: 1 })
  await expect(saveProgress(before, { position, done: 501, total: 2000, counts: {} })).rejects.toThrow(LostLease)
  expect(await renewLease(before)).toBe(false)
  await finishJob(before, null)
  expect(await rowOf(id)).toMatchObject({ done: 500, finished_at: null })
  await finishJob(after, null)
  expect((await rowOf(id)).finished_at).toBeInstanceOf(Date)
  expect(await takeJob()).toBeNull()
})

test('a job that fails is tried again a few times, then given up with what went wrong', async () => {
  const id = await queued('failing')
  let runs = 0
  const handlers = {
    failing: async () => {
      runs += 1
      throw new Error('the disk is full')
    },
  }
  for (let turn = 0; turn < 8; turn += 1) {
    await runOneJob(handlers, never)
    await owner.query(`UPDATE job SET leased_until = now() - interval '1 second' WHERE id = $1`, [id])
  }
  expect(runs).toBe(5)
  expect(await rowOf(id)).toMatchObject({ failure: 'the disk is full', finished_at: expect.any(Date) })
})

test('a worker that is told to stop lets go of its job at once', async () => {
  const id = await queued()
  const stop = new AbortController()
  const worked = runOneJob(
    {
      counting: async (job, signal) => {
        await saveProgress(job, { position: null, done: 1, total: 2, counts: {} })
        stop.abort()
        expect(signal.aborted).toBe(true)
      },
    },
    stop.signal,
  )
  expect(await worked).toBe(true)
  expect(await rowOf(id)).toMatchObject({ done: 1, finished_at: null, lease_owner: null })
  expect((await taken()).id).toBe(id)
})

test('a cancelled job ends under its worker', async () => {
  const id = await queued()
  await runOneJob(
    {
      counting: async (job) => {
        await owner.query('UPDATE job SET cancelled_at = now(), finished_at = now() WHERE id = $1', [id])
        await saveProgress(job, { position: null, done: 1, total: 2, counts: {} })
      },
    },
    never,
  )
  expect(await rowOf(id)).toMatchObject({ done: 0, failure: null })
  expect(await takeJob()).toBeNull()
})
