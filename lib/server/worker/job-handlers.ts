import 'server-only'
import { runImpact } from '../impact/run-impact'
import { runRecompute } from '../impact/run-recompute'
import type { JobKind } from '../job/kinds'
import type { JobHandler } from '../job/run-jobs'
import { recountCourses } from '../platform/recount'

/** What the worker can do, by the kind of the job. */
export const JOB_HANDLERS: Readonly<Record<JobKind, JobHandler>> = {
  impact: runImpact,
  recompute: runRecompute,
  platform_recount: recountCourses,
}
