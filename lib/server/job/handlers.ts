import 'server-only'
import type { JobHandler } from './run-jobs'

/** What the worker can do, by the kind of the job. */
export const JOB_HANDLERS: Readonly<Record<string, JobHandler>> = {}
