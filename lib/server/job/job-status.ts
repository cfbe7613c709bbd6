import 'server-only'

export type JobStatus = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'

/** The columns that a job's standing is told by. */
export const JOB_STATUS_SELECT = { startedAt: true, finishedAt: true, cancelledAt: true, leaseOwner: true, failure: true } as const

interface JobRow {
  finishedAt: Date | null
  cancelledAt: Date | null
  leaseOwner: string | null
  failure: string | null
}

export function jobStatusOf({ finishedAt, cancelledAt, leaseOwner, failure }: JobRow): JobStatus {
  if (cancelledAt) return 'cancelled'
  if (finishedAt) return failure ? 'failed' : 'done'
  return leaseOwner ? 'running' : 'waiting'
}

/** Whether a page about it is to look again. */
export function isUnfinished({ standing }: { standing: JobStatus }): boolean {
  return standing === 'waiting' || standing === 'running'
}
