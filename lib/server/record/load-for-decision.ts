import 'server-only'
import type { DecidedBy } from '@/lib/workflow/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../db'
import { recordDetails } from './details'

export const decisionSelect = {
  id: true,
  personId: true,
  state: true,
  version: true,
  year: true,
  category: true,
  option: true,
  subject: true,
  title: true,
  assessment: true,
  organizer: true,
  place: true,
  filingId: true,
  startedOn: true,
  completedOn: true,
  details: true,
  achievement: true,
  creditedIn: true,
  path: true,
  organizationId: true,
  regionCode: true,
  unitLevel: true,
  escalatedAt: true,
  appealedFrom: true,
  appealsUsed: true,
  decidedBy: true,
  deciderId: true,
  decidedOn: true,
  waitingSince: true,
  firstSubmittedAt: true,
  registeredAt: true,
  createdBy: true,
  batchId: true,
  hours: true,
  filing: { select: { approvedOn: true } },
  batch: { select: { endsOn: true, state: true } },
  person: { select: { account: { select: { id: true } } } },
  organization: {
    select: {
      regionCode: true,
      roleGrants: { where: { role: 'employer_officer', endedAt: null }, select: { account: { select: { personId: true } } } },
    },
  },
  objections: { select: { state: true } },
  evidence: { where: { removedAt: null }, select: { id: true } },
} as const satisfies Prisma.HourRecordSelect

type Row = Prisma.HourRecordGetPayload<{ select: typeof decisionSelect }>

/** A record with all that a decision about it rests on. */
export interface RecordForDecision extends Omit<Row, 'details' | 'decidedBy' | 'startedOn' | 'completedOn' | 'decidedOn'> {
  details: ReturnType<typeof recordDetails.parse>
  decidedBy: DecidedBy | null
  startedOn: string | null
  completedOn: string | null
  decidedOn: string | null
}

export function day(date: Date | null | undefined): string | null {
  return date ? date.toISOString().slice(0, 10) : null
}

/** The records among `ids` that the scope lets through. Whoever asks compares the counts: what is not visible is not found. */
export async function loadForDecision(ids: readonly string[], scope: Prisma.HourRecordWhereInput): Promise<RecordForDecision[]> {
  const rows = await db.hourRecord.findMany({ where: { AND: [{ id: { in: [...ids] } }, scope] }, select: decisionSelect })
  return rows.map((row) => ({
    ...row,
    details: recordDetails.parse(row.details),
    decidedBy: row.decidedBy as DecidedBy | null,
    startedOn: day(row.startedOn),
    completedOn: day(row.completedOn),
    decidedOn: day(row.decidedOn),
  }))
}
