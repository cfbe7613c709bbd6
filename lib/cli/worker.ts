import { setPriority } from 'node:os'
import { pool } from '@/lib/server/database/db'
import { runJobs } from '@/lib/server/job/run-jobs'
import { env } from '@/lib/server/runtime/env'
import { JOB_HANDLERS } from '@/lib/server/worker/job-handlers'
import { startOutbox } from '@/lib/server/worker/start-worker'

// The site's worker process: jobs and mail. `npm start` keeps one running; any number of them may run.

env()
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())
// A low priority, so that pages are served first.
setPriority(10)
startOutbox()
await runJobs(JOB_HANDLERS, stop.signal)
await pool.end()
process.exit(0)
