import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { STATUSES, type Status, SUBJECTS, type Subject } from '@/lib/rules/types'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { forbidden, notFound } from '../input/errors'
import { JOB_STATUS_SELECT, type JobStatus, jobStatusOf } from '../job/job-status'
import type { JobKind } from '../job/kinds'

export interface PlatformWindow {
  id: string
  code: string
  name: string
  subjects: Subject[]
  from: PlainDate
  until: PlainDate | null
  status: Status
  /** The clause, or the document in its place. */
  source: string
  document: string
  version: number
  /** Whether what is completed on the day counts. */
  counts: 'now' | 'not_yet' | 'no_longer'
}

const side = z
  .object({
    name: z.string(),
    subjects: z.array(z.enum(SUBJECTS)),
    status: z.enum(STATUSES),
    source: z.string(),
    document: z.string(),
    from: z.string(),
    until: z.string().nullable(),
  })
  .partial()
const change = z.object({ before: side.optional(), after: side.optional() }).catch({})

export interface PlatformChange {
  id: string
  act: 'platform_enter' | 'platform_close' | 'platform_confirm'
  at: string
  by: string
  before: z.infer<typeof side>
  after: z.infer<typeof side>
}

/** How far the recount has come that a change of the window had done. */
export interface PlatformRecount {
  standing: JobStatus
  done: number
  total: number | null
}

const ACTS = ['platform_enter', 'platform_close', 'platform_confirm'] as const

/** The register as an administrator keeps it: every window, those of one platform together. */
export async function readPlatformWindows(actor: Actor, today: PlainDate): Promise<PlatformWindow[]> {
  if (!can(actor, 'platform_edit', {})) throw forbidden()
  return windowsWhere(today)
}

/** One window, the others of its platform, and what was done to all of them, the latest first. */
export async function readPlatform(
  actor: Actor,
  id: string,
  today: PlainDate,
): Promise<{ window: PlatformWindow; windows: PlatformWindow[]; history: PlatformChange[]; recount: PlatformRecount | null }> {
  if (!can(actor, 'platform_edit', {})) throw forbidden()
  const row = await db.platform.findUnique({ where: { id }, select: { code: true } })
  if (!row) throw notFound()
  const windows = await windowsWhere(today, row.code)
  const window = windows.find((candidate) => candidate.id === id)
  if (!window) throw notFound()
  const [history, recount] = await Promise.all([historyOf(windows.map((candidate) => candidate.id)), recountOf(id)])
  return { window, windows, history, recount }
}

async function recountOf(platform: string): Promise<PlatformRecount | null> {
  const kind: JobKind = 'platform_recount'
  const job = await db.job.findFirst({
    where: { kind, payload: { path: ['platform'], equals: platform } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { done: true, total: true, ...JOB_STATUS_SELECT },
  })
  return job && { standing: jobStatusOf(job), done: job.done, total: job.total }
}

async function windowsWhere(today: PlainDate, code?: string): Promise<PlatformWindow[]> {
  const rows = await db.platform.findMany({ where: code ? { code } : {}, orderBy: [{ code: 'asc' }, { fromOn: 'desc' }] })
  return rows.map(({ fromOn, untilOn, ...row }) => {
    const from = day(fromOn)
    const until = day(untilOn)
    return { ...row, from, until, counts: today < from ? 'not_yet' : until !== null && until < today ? 'no_longer' : 'now' }
  })
}

async function historyOf(ids: string[]): Promise<PlatformChange[]> {
  const rows = await db.audit.findMany({
    where: { subject: 'platform', subjectId: { in: ids }, act: { in: [...ACTS] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 100,
    select: { id: true, act: true, at: true, streamId: true, data: true },
  })
  const accounts = await db.account.findMany({
    where: { id: { in: rows.map(({ streamId }) => streamId) } },
    select: { id: true, displayName: true },
  })
  const names = new Map(accounts.map((account) => [account.id, account.displayName]))
  return rows.map(({ id, act, at, streamId, data }) => {
    const { before = {}, after = {} } = change.parse(data)
    return { id, act: act as PlatformChange['act'], at: at.toISOString(), by: names.get(streamId) ?? '', before, after }
  })
}
