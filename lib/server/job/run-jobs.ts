import 'server-only'
import { log } from '../runtime/log'
import { finishJob, LostLease, releaseJob, renewLease, type TakenJob, takeJob } from './lease'

/** Does one job from where it stands; notes its progress as it goes, and stops where `signal` says so. */
export type JobHandler = (job: TakenJob, signal: AbortSignal) => Promise<void>

const LOOK_EVERY_MS = 1_000
const RENEW_EVERY_MS = 3_000
/** A job that failed is tried again after so many seconds. */
const AFTER_FAILURE = 5

/** Takes one job after another until told to stop; looks for one every second, whether or not anybody called. */
export async function runJobs(handlers: Readonly<Record<string, JobHandler>>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const worked = await runOneJob(handlers, signal).catch((error: unknown) => {
      log.error({ err: error }, 'the queue of jobs could not be read')
      return false
    })
    if (!worked) await idle(LOOK_EVERY_MS, signal)
  }
}

/** One job, if one is waiting; answers whether one was. */
export async function runOneJob(handlers: Readonly<Record<string, JobHandler>>, signal: AbortSignal): Promise<boolean> {
  const job = await takeJob()
  if (!job) return false
  const ended = new AbortController()
  const renewing = setInterval(() => {
    renewLease(job).then(
      (ours) => {
        if (!ours) ended.abort()
      },
      (error: unknown) => log.warn({ err: error, job: job.id }, 'a lease could not be renewed'),
    )
  }, RENEW_EVERY_MS)
  try {
    const handler = handlers[job.kind]
    if (!handler) throw new Error(`no such job: ${job.kind}`)
    await handler(job, AbortSignal.any([signal, ended.signal]))
    if (signal.aborted) await releaseJob(job, null, 0)
    else await finishJob(job, null)
  } catch (error) {
    if (error instanceof LostLease) return true
    log.error({ err: error, job: job.id, kind: job.kind }, 'a job failed')
    await releaseJob(job, error instanceof Error ? error.message.slice(0, 500) : 'failed', AFTER_FAILURE)
  } finally {
    clearInterval(renewing)
  }
  return true
}

function idle(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds)
    function done(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })
}
