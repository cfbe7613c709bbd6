import 'server-only'
import type { Action } from '@/lib/access/permissions'
import { accessScopeOf } from '@/lib/access/scope'
import type { Actor, RecordPath, UnitLevel } from '@/lib/access/types'
import type { Category, Subject } from '@/lib/rules/types'
import type { BatchState, ObjectionState, RecordState } from '@/lib/workflow/states'
import type { DecidedBy } from '@/lib/workflow/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { db, pool } from '../database/db'
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
  startedOn: string | null
  completedOn: string | null
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
  decidedOn: string | null
  waitingSince: Date | null
  firstSubmittedAt: Date | null
  registeredAt: Date | null
  createdBy: string
  /** The office that entered it on the person's behalf; null: the person. */
  creatorOfficeId: string | null
  batchId: string | null
  hours: number
  /** `name`: number and title. */
  filing: { approvedOn: Date | null; name: string } | null
  batch: { endsOn: Date; state: BatchState } | null
  person: { account: { id: string } | null }
  organization: { regionCode: string; roleGrants: { account: { personId: string | null } }[] } | null
  objections: { state: ObjectionState }[]
  evidence: { id: string }[]
}

interface Row
  extends Omit<RecordForDecision, 'details' | 'hours' | 'filing' | 'batch' | 'person' | 'organization' | 'objections' | 'evidence'> {
  details: unknown
  hours: string
  filingApprovedOn: string | null
  filingName: string | null
  batchEndsOn: string | null
  batchState: BatchState | null
  accountId: string | null
  unitRegion: string | null
  officers: (string | null)[]
  objectionStates: ObjectionState[]
  evidenceIds: string[]
}

// One statement for one record or ten thousand; Prisma would ask once for each kind of thing beside them.
const STATEMENT = `SELECT r.id, r.person_id AS "personId", r.state::text AS state, r.version, r.year, r.category::text AS category, r.option,
    r.subject::text AS subject, r.title, r.assessment, r.organizer, r.place, r.filing_id AS "filingId", r.started_on AS "startedOn",
    r.completed_on AS "completedOn", r.details, r.achievement, r.credited_in AS "creditedIn", r.path::text AS path, r.organization_id AS "organizationId",
    r.region_code AS "regionCode", r.unit_level::text AS "unitLevel", r.escalated_at AS "escalatedAt", r.appealed_from::text AS "appealedFrom",
    r.appeals_used AS "appealsUsed", r.decided_by AS "decidedBy", r.decider_id AS "deciderId", r.decided_on AS "decidedOn",
    r.waiting_since AS "waitingSince", r.first_submitted_at AS "firstSubmittedAt", r.registered_at AS "registeredAt", r.created_by AS "createdBy",
    (SELECT v.office_id FROM event v WHERE v.stream_id = r.id AND v.seq = 1) AS "creatorOfficeId",
    r.batch_id AS "batchId", r.hours, f.approved_on AS "filingApprovedOn", concat_ws(' ', f.number, f.title) AS "filingName", b.ends_on AS "batchEndsOn", b.state::text AS "batchState",
    a.id AS "accountId", o.region_code AS "unitRegion",
    ARRAY(SELECT g2.person_id::text FROM role_grant g JOIN account g2 ON g2.id = g.account_id
      WHERE g.organization_id = r.organization_id AND g.role = 'employer_officer' AND g.ended_at IS NULL) AS officers,
    ARRAY(SELECT j.state::text FROM objection j WHERE j.record_id = r.id) AS "objectionStates",
    ARRAY(SELECT e.id::text FROM evidence e WHERE e.record_id = r.id AND e.removed_at IS NULL ORDER BY e.id) AS "evidenceIds"
  FROM hour_record r LEFT JOIN filing f ON f.id = r.filing_id LEFT JOIN publicity_batch b ON b.id = r.batch_id
  LEFT JOIN account a ON a.person_id = r.person_id LEFT JOIN organization o ON o.id = r.organization_id
  WHERE r.id = ANY($1::uuid[])`

/** One's own record, or one that the actor entered, where the permission goes no further: one statement instead of two. */
export async function loadOwnForDecision(actor: Actor, id: string, action: Action): Promise<RecordForDecision | null> {
  const reached = accessScopeOf(actor, action)
  if (reached.kind !== 'self' && reached.kind !== 'entered') return (await loadForDecision([id], recordScope(actor, action)))[0] ?? null
  const [column, key] = reached.kind === 'self' ? ['person_id', reached.personId] : ['created_by', reached.accountId]
  const { rows } = await pool.query<Row>({
    name: `load-own-${reached.kind}`,
    text: `${STATEMENT} AND r.${column} = $2`,
    values: [[id], key],
  })
  const [row] = rows
  return row ? toRecord(row, row.version) : null
}

/** The records among `ids` that the scope lets through. Whoever asks compares the counts: what is not visible is not found. */
export async function loadForDecision(ids: readonly string[], scope: Prisma.HourRecordWhereInput): Promise<RecordForDecision[]> {
  const visible = await db.hourRecord.findMany({ where: { AND: [{ id: { in: [...ids] } }, scope] }, select: { id: true, version: true } })
  if (visible.length === 0) return []
  const versions = new Map(visible.map((row) => [row.id, row.version]))
  const { rows } = await pool.query<Row>({ name: 'load-for-decision', text: STATEMENT, values: [[...versions.keys()]] })
  // What moved between the two may have moved out of sight: what was seen is what is acted on, and the commit says that someone was first.
  return rows.map((row) => toRecord(row, versions.get(row.id) ?? row.version))
}

export function day(date: Date | null | undefined): string | null {
  return date ? date.toISOString().slice(0, 10) : null
}

function toRecord(row: Row, version: number): RecordForDecision {
  const { filingApprovedOn, filingName, batchEndsOn, batchState, accountId, unitRegion, officers, objectionStates, evidenceIds, ...rest } =
    row
  return {
    ...rest,
    version,
    details: recordDetails.parse(row.details),
    hours: Number(row.hours),
    filing: row.filingId ? { approvedOn: dateOf(filingApprovedOn), name: filingName ?? '' } : null,
    batch: batchEndsOn && batchState ? { endsOn: new Date(`${batchEndsOn}T00:00:00Z`), state: batchState } : null,
    person: { account: accountId ? { id: accountId } : null },
    organization: unitRegion ? { regionCode: unitRegion, roleGrants: officers.map((personId) => ({ account: { personId } })) } : null,
    objections: objectionStates.map((state) => ({ state })),
    evidence: evidenceIds.map((id) => ({ id })),
  }
}

function dateOf(date: string | null): Date | null {
  return date ? new Date(`${date}T00:00:00Z`) : null
}
