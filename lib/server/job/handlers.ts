import 'server-only'
import { runImpact } from '../impact/run-impact'
import { runRecompute } from '../impact/run-recompute'
import { recountCourses } from '../platform/recount'
import type { JobKind } from './kinds'
import type { JobHandler } from './run-jobs'

/** What the worker can do, by the kind of the job. */
export const JOB_HANDLERS: Readonly<Record<JobKind, JobHandler>> = {
  impact: runImpact,
  recompute: runRecompute,
  platform_recount: recountCourses,
}
