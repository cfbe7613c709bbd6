import 'server-only'
import type { Period } from '@/lib/calendar/moved-deadline'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { BatchState, ObjectionState, RecordState } from '@/lib/workflow/states'
import type { Prisma } from '@/prisma/generated/client/client'
import type { WaitsFor } from './plan-moves'

export type Stream = 'batch' | 'record' | 'objection' | 'year' | 'case' | 'filing'

/** A deadline that has not passed: since when it was reckoned, whose turn it is. */
export interface Running {
  stream: Stream
  id: string
  since: PlainDate
  due: PlainDate
  waitsFor: WaitsFor
  organizationId: string | null
  regionCode: string | null
  /** Where it ends with a publicity period. */
  batchId: string | null
}

/** From today on; certain ones only where a day changed that they may have counted. */
export interface Range {
  today: PlainDate
  first: PlainDate
}

type Client = Pick<Prisma.TransactionClient, '$queryRawUnsafe'>

const CITY = '341200'
const day = (instant: string) => `(${instant} AT TIME ZONE 'Asia/Shanghai')::date::text`

export interface RunningPeriod extends Period {
  id: string
  organizationId: string
}

export async function batchesRunning(client: Client, { today, first }: Range, states: readonly BatchState[]): Promise<RunningPeriod[]> {
  return client.$queryRawUnsafe<RunningPeriod[]>(
    `SELECT id, organization_id AS "organizationId", opened_on::text AS "openedOn", starts_on::text AS "startsOn", ends_on::text AS "endsOn",
       working_days AS "workingDays"
     FROM publicity_batch WHERE state::text = ANY ($3) AND ends_on >= $1::date AND (provisional OR ends_on >= $2::date) ORDER BY id`,
    today,
    first,
    states,
  )
}

interface RecordRow {
  id: string
  state: RecordState
  since: PlainDate
  due: PlainDate
  path: string | null
  escalated: boolean
  organizationId: string | null
  regionCode: string | null
  decidedBy: string | null
  batchId: string | null
}

export async function recordsRunning(client: Client, { today, first }: Range): Promise<Running[]> {
  const rows = await client.$queryRawUnsafe<RecordRow[]>(
    `SELECT r.id, r.state, ${day('coalesce(greatest(r.waiting_since, r.escalated_at), r.changed_at)')} AS since, r.due_on::text AS due, r.path,
       r.escalated_at IS NOT NULL AS escalated, r.organization_id AS "organizationId", r.decided_by AS "decidedBy", b.id AS "batchId",
       CASE WHEN r.unit_level = 'municipal' THEN '${CITY}' ELSE r.region_code END AS "regionCode"
     FROM hour_record r LEFT JOIN publicity_batch b ON b.id = r.batch_id AND b.ends_on = r.due_on AND r.state = 'publicized'
     WHERE r.due_on >= $1::date AND (r.due_provisional OR r.due_on >= $2::date) ORDER BY r.id`,
    today,
    first,
  )
  return rows.map(({ id, state, since, due, organizationId, regionCode, batchId, ...row }) => ({
    ...{ stream: 'record', id, since, due, organizationId, batchId, waitsFor: recordWaitsFor(state, row) },
    // An appeal against a county's decision is the city's.
    regionCode: isInGroup('record', state, 'awaiting_appeal_decision') && row.decidedBy === 'county' ? CITY : regionCode,
  }))
}

function recordWaitsFor(state: RecordState, { path, escalated }: Pick<RecordRow, 'path' | 'escalated'>): WaitsFor {
  if (isInGroup('record', state, 'appealable')) return 'person'
  if (isInGroup('record', state, 'awaiting_appeal_decision')) return 'bureau'
  return path === 'employer' && !escalated ? 'employer' : 'bureau'
}

interface ObjectionRow {
  id: string
  state: ObjectionState
  due: PlainDate
  raised: PlainDate
  decided: PlainDate | null
  changed: PlainDate
  recordSince: PlainDate
  sameDay: boolean
  escalated: boolean
  organizationId: string | null
  regionCode: string | null
}

export async function objectionsRunning(client: Client, { today, first }: Range): Promise<Running[]> {
  const rows = await client.$queryRawUnsafe<ObjectionRow[]>(
    `SELECT o.id, o.state, o.due_on::text AS due, ${day('coalesce(o.confirmed_at, o.created_at)')} AS raised, ${day('o.decided_at')} AS decided,
       ${day('o.changed_at')} AS changed, ${day('coalesce(greatest(r.waiting_since, r.escalated_at), r.changed_at)')} AS "recordSince",
       coalesce(r.due_on = o.due_on, false) AS "sameDay", r.escalated_at IS NOT NULL AS escalated, r.organization_id AS "organizationId",
       CASE WHEN r.unit_level = 'municipal' THEN '${CITY}' ELSE r.region_code END AS "regionCode"
     FROM objection o JOIN hour_record r ON r.id = o.record_id
     WHERE o.due_on >= $1::date AND (o.due_provisional OR o.due_on >= $2::date) ORDER BY o.id`,
    today,
    first,
  )
  return rows.map((row) => {
    const finding = isInGroup('objection', row.state, 'awaiting_finding')
    const own = finding ? row.raised : isInGroup('objection', row.state, 'decided') ? (row.decided ?? row.changed) : row.changed
    const waitsFor: WaitsFor = finding
      ? row.escalated
        ? 'bureau'
        : 'employer'
      : isInGroup('objection', row.state, 'decided')
        ? 'objector'
        : 'bureau'
    const { id, due, organizationId, regionCode } = row
    // One that ends with its record goes with it: a later objection does not prolong the first one's day.
    return { stream: 'objection', id, since: row.sameDay ? row.recordSince : own, due, waitsFor, organizationId, regionCode, batchId: null }
  })
}

type Plain = Pick<Running, 'id' | 'since' | 'due' | 'organizationId' | 'regionCode'>

function atBureau(stream: Stream, rows: readonly Plain[]): Running[] {
  return rows.map((row) => ({ ...row, stream, waitsFor: 'bureau', batchId: null }))
}

export async function yearsRunning(client: Client, { today, first }: Range): Promise<Running[]> {
  const rows = await client.$queryRawUnsafe<Plain[]>(
    `SELECT id, ${day('coalesce(requested_at, changed_at)')} AS since, due_on::text AS due, NULL AS "organizationId", region_code AS "regionCode"
     FROM year WHERE due_on >= $1::date AND (due_provisional OR due_on >= $2::date) ORDER BY id`,
    today,
    first,
  )
  return atBureau('year', rows)
}

export async function casesRunning(client: Client, { today, first }: Range): Promise<Running[]> {
  const rows = await client.$queryRawUnsafe<Plain[]>(
    `SELECT c.id, ${day('c.created_at')} AS since, c.due_on::text AS due, NULL AS "organizationId", p.region_code AS "regionCode"
     FROM case_file c JOIN person p ON p.id = c.person_id WHERE c.due_on >= $1::date AND c.due_on >= $2::date ORDER BY c.id`,
    today,
    first,
  )
  return atBureau('case', rows)
}

export async function filingsRunning(client: Client, { today, first }: Range): Promise<Running[]> {
  const rows = await client.$queryRawUnsafe<Plain[]>(
    `SELECT id, ${day('changed_at')} AS since, due_on::text AS due, NULL AS "organizationId", region_code AS "regionCode"
     FROM filing WHERE due_on >= $1::date AND due_on >= $2::date ORDER BY id`,
    today,
    first,
  )
  return atBureau('filing', rows)
}
