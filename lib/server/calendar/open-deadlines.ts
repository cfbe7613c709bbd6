import 'server-only'
import { type Expression, sql } from 'kysely'
import type { Period } from '@/lib/calendar/moved-deadline'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { isInGroup, statesIn } from '@/lib/workflow/state-groups'
import { dayOf, type Queryable, statement } from '../database/statement'
import type { OpenDeadline, Stream, WaitsFor } from './moved-deadline-types'

/** Deadlines from today on; certain ones only where a day changed that they may have counted (`first`). */
export interface Range {
  today: PlainDate
  first: PlainDate
}

const CITY = '341200'

export interface OpenPeriod extends Period {
  id: string
  organizationId: string
}

const openBatches = statement('open-batches', (db, given: Range) =>
  db
    .selectFrom('publicity_batch')
    .select([
      'id',
      'organization_id as organizationId',
      'opened_on as openedOn',
      'starts_on as startsOn',
      'ends_on as endsOn',
      'working_days as workingDays',
    ])
    .where('state', 'in', statesIn('batch', 'public'))
    .where('ends_on', '>=', given.today)
    .where((eb) => eb.or([eb('provisional', '=', true), eb('ends_on', '>=', given.first)]))
    .orderBy('id'),
)

export async function openPeriods(range: Range, on?: Queryable): Promise<OpenPeriod[]> {
  return openBatches(range, on)
}

/** Since when a record's present deadline counts: its last turn, or its escalation. */
function since(waiting: Expression<Date | null>, escalated: Expression<Date | null>, changed: Expression<Date>) {
  return dayOf(sql<Date>`coalesce(greatest(${waiting}, ${escalated}), ${changed})`)
}

const openRecords = statement('open-records', (db, given: Range) =>
  db
    .selectFrom('hour_record as r')
    .leftJoin('publicity_batch as b', (join) =>
      join.onRef('b.id', '=', 'r.batch_id').onRef('b.ends_on', '=', 'r.due_on').on('r.state', '=', 'publicized'),
    )
    .select((eb) => [
      'r.id',
      'r.state',
      since(eb.ref('r.waiting_since'), eb.ref('r.escalated_at'), eb.ref('r.changed_at')).as('since'),
      eb.ref('r.due_on').$notNull().as('due'),
      'r.path',
      eb('r.escalated_at', 'is not', null).as('escalated'),
      'r.organization_id as organizationId',
      'r.decided_by as decidedBy',
      'b.id as batchId',
      eb.case().when('r.unit_level', '=', 'municipal').then(CITY).else(eb.ref('r.region_code')).end().as('regionCode'),
    ])
    .where('r.due_on', '>=', given.today)
    .where((eb) => eb.or([eb('r.due_provisional', '=', true), eb('r.due_on', '>=', given.first)]))
    .orderBy('r.id'),
)
type RecordRow = Awaited<ReturnType<typeof openRecords>>[number]

export async function recordDeadlines(range: Range, on?: Queryable): Promise<OpenDeadline[]> {
  const rows = await openRecords(range, on)
  return rows.map(({ id, state, since, due, organizationId, regionCode, batchId, ...row }) => ({
    ...{ stream: 'record', id, since, due, organizationId, batchId, waitsFor: recordWaitsFor({ state, ...row }) },
    // An appeal against a county's decision is the city's.
    regionCode: isInGroup('record', state, 'awaiting_appeal_decision') && row.decidedBy === 'county' ? CITY : regionCode,
  }))
}

function recordWaitsFor({ state, path, escalated }: Pick<RecordRow, 'state' | 'path' | 'escalated'>): WaitsFor {
  if (isInGroup('record', state, 'appealable')) return 'person'
  if (isInGroup('record', state, 'awaiting_appeal_decision')) return 'bureau'
  return path === 'employer' && !escalated ? 'employer' : 'bureau'
}

const openObjections = statement('open-objections', (db, given: Range) =>
  db
    .selectFrom('objection as o')
    .innerJoin('hour_record as r', 'r.id', 'o.record_id')
    .select((eb) => [
      'o.id',
      'o.state',
      eb.ref('o.due_on').$notNull().as('due'),
      dayOf(eb.fn.coalesce('o.confirmed_at', 'o.created_at')).as('raised'),
      dayOf(eb.ref('o.decided_at')).as('decided'),
      dayOf(eb.ref('o.changed_at')).as('changed'),
      since(eb.ref('r.waiting_since'), eb.ref('r.escalated_at'), eb.ref('r.changed_at')).as('recordSince'),
      eb.fn.coalesce(eb('r.due_on', '=', eb.ref('o.due_on')), sql<boolean>`false`).as('sameDay'),
      eb('r.escalated_at', 'is not', null).as('escalated'),
      'r.organization_id as organizationId',
      eb.case().when('r.unit_level', '=', 'municipal').then(CITY).else(eb.ref('r.region_code')).end().as('regionCode'),
    ])
    .where('o.due_on', '>=', given.today)
    .where((eb) => eb.or([eb('o.due_provisional', '=', true), eb('o.due_on', '>=', given.first)]))
    .orderBy('o.id'),
)
type ObjectionRow = Awaited<ReturnType<typeof openObjections>>[number]

export async function objectionDeadlines(range: Range, on?: Queryable): Promise<OpenDeadline[]> {
  const rows = await openObjections(range, on)
  return rows.map((row) => {
    const { id, due, organizationId, regionCode } = row
    // One that ends with its record goes with it: a later objection does not prolong the first one's day.
    const since = row.sameDay ? row.recordSince : objectionSince(row)
    return { stream: 'objection', id, since, due, waitsFor: objectionWaitsFor(row), organizationId, regionCode, batchId: null }
  })
}

function objectionSince({ state, raised, decided, changed }: ObjectionRow): PlainDate {
  if (isInGroup('objection', state, 'awaiting_finding')) return raised
  return isInGroup('objection', state, 'decided') ? (decided ?? changed) : changed
}

function objectionWaitsFor({ state, escalated }: ObjectionRow): WaitsFor {
  if (isInGroup('objection', state, 'awaiting_finding')) return escalated ? 'bureau' : 'employer'
  return isInGroup('objection', state, 'decided') ? 'objector' : 'bureau'
}

const openYears = statement('open-years', (db, given: Range) =>
  db
    .selectFrom('year')
    .select((eb) => [
      'id',
      dayOf(eb.fn.coalesce('requested_at', 'changed_at')).as('since'),
      eb.ref('due_on').$notNull().as('due'),
      'region_code as regionCode',
    ])
    .where('due_on', '>=', given.today)
    .where((eb) => eb.or([eb('due_provisional', '=', true), eb('due_on', '>=', given.first)]))
    .orderBy('id'),
)
const openCases = statement('open-cases', (db, given: Range) =>
  db
    .selectFrom('case_file as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .select((eb) => [
      'c.id',
      dayOf(eb.ref('c.created_at')).as('since'),
      eb.ref('c.due_on').$notNull().as('due'),
      'p.region_code as regionCode',
    ])
    .where('c.due_on', '>=', given.today)
    .where('c.due_on', '>=', given.first)
    .orderBy('c.id'),
)
const openFilings = statement('open-filings', (db, given: Range) =>
  db
    .selectFrom('filing')
    .select((eb) => ['id', dayOf(eb.ref('changed_at')).as('since'), eb.ref('due_on').$notNull().as('due'), 'region_code as regionCode'])
    .where('due_on', '>=', given.today)
    .where('due_on', '>=', given.first)
    .orderBy('id'),
)

type AtBureau = Pick<OpenDeadline, 'id' | 'since' | 'due' | 'regionCode'>

function atBureau(stream: Stream, rows: readonly AtBureau[]): OpenDeadline[] {
  return rows.map((row) => ({ ...row, stream, waitsFor: 'bureau', organizationId: null, batchId: null }))
}

export async function yearDeadlines(range: Range, on?: Queryable): Promise<OpenDeadline[]> {
  return atBureau('year', await openYears(range, on))
}

export async function caseDeadlines(range: Range, on?: Queryable): Promise<OpenDeadline[]> {
  return atBureau('case', await openCases(range, on))
}

export async function filingDeadlines(range: Range, on?: Queryable): Promise<OpenDeadline[]> {
  return atBureau('filing', await openFilings(range, on))
}
