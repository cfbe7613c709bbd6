import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { db } from '../database/db'
import { forbidden, notFound } from '../input/errors'
import { JOB_STATUS_SELECT, type JobStatus, jobStatusOf } from '../job/job-status'
import { DIRECTIONS, impactPayload } from './run-impact'

/** Long work as a page shows it. */
export interface JobView {
  id: string
  kind: string
  ruleSetId: string | null
  standing: JobStatus
  done: number
  total: number | null
  counts: Record<string, number>
  createdAt: string
  seconds: number | null
  /** Of a run of a draft. */
  years: number[]
  /** The draft's version when it was asked. */
  draftVersion: number | null
}

const SELECT = {
  id: true,
  kind: true,
  ruleSetId: true,
  done: true,
  total: true,
  counts: true,
  createdAt: true,
  payload: true,
  ...JOB_STATUS_SELECT,
} as const

/** The work that a version had done, the latest first. */
export async function readJobsOf(actor: Actor, ruleSetId: string): Promise<JobView[]> {
  if (!can(actor, 'rules_edit', {})) throw forbidden()
  const rows = await db.job.findMany({ where: { ruleSetId }, orderBy: { createdAt: 'desc' }, take: 20, select: SELECT })
  return rows.map(viewOf)
}

/** One run. */
export async function readJob(actor: Actor, ruleSetId: string, id: string): Promise<JobView> {
  if (!can(actor, 'rules_edit', {})) throw forbidden()
  const row = await db.job.findFirst({ where: { id, ruleSetId }, select: SELECT })
  if (!row) throw notFound()
  return viewOf(row)
}

type Row = NonNullable<Awaited<ReturnType<typeof db.job.findFirst<{ select: typeof SELECT }>>>>

function viewOf({ startedAt, finishedAt, cancelledAt, leaseOwner, failure, payload, counts, createdAt, ...row }: Row): JobView {
  const asked = impactPayload.safeParse(payload)
  const version = typeof payload === 'object' && payload !== null && 'version' in payload ? payload.version : null
  return {
    ...row,
    counts: counts as Record<string, number>,
    createdAt: createdAt.toISOString(),
    standing: jobStatusOf({ finishedAt, cancelledAt, leaseOwner, failure }),
    seconds: startedAt && finishedAt ? Math.max(1, Math.round((finishedAt.getTime() - startedAt.getTime()) / 1000)) : null,
    years: asked.success ? asked.data.years : [],
    draftVersion: typeof version === 'number' ? version : null,
  }
}

/** How many years a run found to change, one way or another. */
export function changedIn({ counts }: Pick<JobView, 'counts'>): number {
  return DIRECTIONS.reduce((sum, direction) => sum + (counts[direction] ?? 0), 0)
}
