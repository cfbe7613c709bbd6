import 'server-only'
import { sql } from 'kysely'
import type { Action } from '@/lib/access/permissions'
import { accessScopeOf } from '@/lib/access/scope'
import type { Actor, RecordPath, UnitLevel } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import type { Category, Subject } from '@/lib/rules/types'
import type { BatchState, ObjectionState, RecordState } from '@/lib/workflow/states'
import type { DecidedBy } from '@/lib/workflow/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { anyOf, arrayOf, type Builder, float, statement } from '../database/statement'
import { type RecordDetails, recordDetails } from '../ledger/record-details'
import { recordScope } from './scope'

/** A record with all that a decision about it rests on. */
export interface RecordForDecision {
  id: string
  personId: string
  state: RecordState
  version: number
  year: number
  category: Category
  option: string | null
  subject: Subject | null
  title: string
  assessment: string
  organizer: string
  place: string
  filingId: string | null
  startedOn: PlainDate | null
  completedOn: PlainDate | null
  details: RecordDetails
  achievement: string | null
  creditedIn: number | null
  path: RecordPath | null
  organizationId: string | null
  regionCode: string | null
  unitLevel: UnitLevel | null
  escalatedAt: Date | null
  appealedFrom: RecordState | null
  appealsUsed: number
  decidedBy: DecidedBy | null
  deciderId: string | null
  decidedOn: PlainDate | null
  waitingSince: Date | null
  firstSubmittedAt: Date | null
  registeredAt: Date | null
  createdBy: string
  /** The office that entered it on the person's behalf; null: the person. */
  creatorOfficeId: string | null
  batchId: string | null
  hours: number
  /** `name`: number and title. */
  filing: { approvedOn: PlainDate | null; name: string } | null
  batch: { endsOn: PlainDate; state: BatchState } | null
  person: { account: { id: string } | null }
  organization: { regionCode: string; roleGrants: { account: { personId: string | null } }[] } | null
  objections: { state: ObjectionState }[]
  evidence: { id: string }[]
}

/** One statement for one record or ten thousand; Prisma would ask once for each kind of thing beside them. */
function selectForDecision(db: Builder) {
  return db
    .selectFrom('hour_record as r')
    .leftJoin('filing as f', 'f.id', 'r.filing_id')
    .leftJoin('publicity_batch as b', 'b.id', 'r.batch_id')
    .leftJoin('account as a', 'a.person_id', 'r.person_id')
    .leftJoin('organization as o', 'o.id', 'r.organization_id')
    .select([
      'r.id',
      'r.person_id as personId',
      'r.state',
      'r.version',
      'r.year',
      'r.category',
      'r.option',
      'r.subject',
      'r.title',
      'r.assessment',
      'r.organizer',
      'r.place',
      'r.filing_id as filingId',
      'r.started_on as startedOn',
      'r.completed_on as completedOn',
      'r.details',
      'r.achievement',
      'r.credited_in as creditedIn',
      'r.path',
      'r.organization_id as organizationId',
      'r.region_code as regionCode',
      'r.unit_level as unitLevel',
      'r.escalated_at as escalatedAt',
      'r.appealed_from as appealedFrom',
      'r.appeals_used as appealsUsed',
      'r.decider_id as deciderId',
      'r.decided_on as decidedOn',
      'r.waiting_since as waitingSince',
      'r.first_submitted_at as firstSubmittedAt',
      'r.registered_at as registeredAt',
      'r.created_by as createdBy',
      'r.batch_id as batchId',
      'f.approved_on as filingApprovedOn',
      'b.ends_on as batchEndsOn',
      'b.state as batchState',
      'a.id as accountId',
      'o.region_code as unitRegion',
    ])
    .select((eb) => [
      float(eb.ref('r.hours')).as('hours'),
      eb.ref('r.decided_by').$castTo<DecidedBy | null>().as('decidedBy'),
      sql<string>`concat_ws(' ', ${eb.ref('f.number')}, ${eb.ref('f.title')})`.as('filingName'),
      eb.selectFrom('event as v').select('v.office_id').whereRef('v.stream_id', '=', 'r.id').where('v.seq', '=', 1).as('creatorOfficeId'),
      arrayOf(
        eb
          .selectFrom('role_grant as g')
          .innerJoin('account as officer', 'officer.id', 'g.account_id')
          .select((e) => e.cast<string | null>('officer.person_id', 'text').as('person'))
          .whereRef('g.organization_id', '=', 'r.organization_id')
          .where('g.role', '=', 'employer_officer')
          .where('g.ended_at', 'is', null),
      ).as('officers'),
      arrayOf(
        eb
          .selectFrom('objection as j')
          .select((e) => e.cast<ObjectionState>('j.state', 'text').as('state'))
          .whereRef('j.record_id', '=', 'r.id'),
      ).as('objectionStates'),
      arrayOf(
        eb
          .selectFrom('evidence as e')
          .select((e) => e.cast<string>('e.id', 'text').as('id'))
          .whereRef('e.record_id', '=', 'r.id')
          .where('e.removed_at', 'is', null)
          .orderBy('e.id'),
      ).as('evidenceIds'),
    ])
}

const byIds = statement('load-for-decision', (db, given: { ids: readonly string[] }) =>
  selectForDecision(db).where('r.id', '=', anyOf(given.ids, 'uuid')),
)
const ofPerson = statement('load-own-self', (db, given: { id: string; personId: string }) =>
  selectForDecision(db).where('r.id', '=', given.id).where('r.person_id', '=', given.personId),
)
const enteredBy = statement('load-own-entered', (db, given: { id: string; accountId: string }) =>
  selectForDecision(db).where('r.id', '=', given.id).where('r.created_by', '=', given.accountId),
)
type Row = Awaited<ReturnType<typeof byIds>>[number]

/** One's own record, or one that the actor entered, where the permission goes no further: one statement instead of two. */
export async function loadOwnForDecision(actor: Actor, id: string, action: Action): Promise<RecordForDecision | null> {
  const reached = accessScopeOf(actor, action)
  if (reached.kind !== 'self' && reached.kind !== 'entered') return (await loadForDecision([id], recordScope(actor, action)))[0] ?? null
  const [row] =
    reached.kind === 'self' ? await ofPerson({ id, personId: reached.personId }) : await enteredBy({ id, accountId: reached.accountId })
  return row ? toRecord(row, row.version) : null
}

/** The records among `ids` that the scope lets through. Whoever asks compares the counts: what is not visible is not found. */
export async function loadForDecision(ids: readonly string[], scope: Prisma.HourRecordWhereInput): Promise<RecordForDecision[]> {
  const visible = await db.hourRecord.findMany({ where: { AND: [{ id: { in: [...ids] } }, scope] }, select: { id: true, version: true } })
  if (visible.length === 0) return []
  const versions = new Map(visible.map((row) => [row.id, row.version]))
  const rows = await byIds({ ids: [...versions.keys()] })
  // What moved between the two may have moved out of sight: what was seen is what is acted on, and the commit says that someone was first.
  return rows.map((row) => toRecord(row, versions.get(row.id) ?? row.version))
}

function toRecord(row: Row, version: number): RecordForDecision {
  const { filingApprovedOn, filingName, batchEndsOn, batchState, accountId, unitRegion, officers, objectionStates, evidenceIds, ...rest } =
    row
  return {
    ...rest,
    version,
    details: recordDetails.parse(row.details),
    filing: row.filingId ? { approvedOn: filingApprovedOn, name: filingName ?? '' } : null,
    batch: batchEndsOn && batchState ? { endsOn: batchEndsOn, state: batchState } : null,
    person: { account: accountId ? { id: accountId } : null },
    organization: unitRegion ? { regionCode: unitRegion, roleGrants: officers.map((personId) => ({ account: { personId } })) } : null,
    objections: objectionStates.map((state) => ({ state })),
    evidence: evidenceIds.map((id) => ({ id })),
  }
}
