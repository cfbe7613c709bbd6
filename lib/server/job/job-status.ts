import 'server-only'

export type JobStanding = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'

/** The columns that a job's standing is told by. */
export const STANDING_SELECT = { startedAt: true, finishedAt: true, cancelledAt: true, leaseOwner: true, failure: true } as const

interface Row {
  finishedAt: Date | null
  cancelledAt: Date | null
  leaseOwner: string | null
  failure: string | null
}

export function standingOf({ finishedAt, cancelledAt, leaseOwner, failure }: Row): JobStanding {
  if (cancelledAt) return 'cancelled'
  if (finishedAt) return failure ? 'failed' : 'done'
  return leaseOwner ? 'running' : 'waiting'
}

/** Whether a page about it is to look again. */
export function isUnfinished({ standing }: { standing: JobStanding }): boolean {
  return standing === 'waiting' || standing === 'running'
}
