import 'server-only'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { levelOf } from '@/lib/workflow/actor-rules'
import type { DecidedBy } from '@/lib/workflow/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { notFound } from '../input/errors'
import { loadForDecision, type RecordForDecision } from '../record/load-for-decision'
import { codeMatches, objectionOf } from './code'

const select = {
  id: true,
  state: true,
  version: true,
  recordId: true,
  batchId: true,
  reason: true,
  contactKind: true,
  contactCipher: true,
  codeHash: true,
  decidedAt: true,
  appealedBy: true,
  createdAt: true,
  batch: { select: { endsOn: true, year: true, number: true, organization: { select: { name: true } } } },
} as const satisfies Prisma.ObjectionSelect

type Row = Prisma.ObjectionGetPayload<{ select: typeof select }>

export interface ObjectionForDecision extends Row {
  record: RecordForDecision
  raisedOn: PlainDate
  /** The account that raised it; null: a visitor. */
  raisedBy: string | null
  /** The finding that an appeal goes against. */
  decidedOn: PlainDate | null
  decidedBy: DecidedBy | null
  deciderId: string | null
}

/** An objection with its record, where the condition lets it through. */
export async function loadObjection(where: Prisma.ObjectionWhereInput): Promise<ObjectionForDecision> {
  const row = await db.objection.findFirst({ where, select })
  if (!row) throw notFound()
  const [[record], events] = await Promise.all([
    loadForDecision([row.recordId], {}),
    db.event.findMany({
      where: { stream: 'objection', streamId: row.id, event: { in: ['raise', 'dismiss', 'uphold'] } },
      select: { event: true, actorId: true, actorRole: true, at: true },
      orderBy: { seq: 'asc' },
    }),
  ])
  if (!record) throw new Error('an objection without its record')
  const raised = events.find(({ event }) => event === 'raise')
  const finding = events.findLast(({ event }) => event !== 'raise')
  return {
    ...row,
    record,
    raisedOn: dateInShanghai(row.createdAt),
    raisedBy: raised?.actorId ?? null,
    decidedOn: finding ? dateInShanghai(finding.at) : null,
    decidedBy: finding ? levelOf(finding.actorRole) : null,
    deciderId: finding?.actorId ?? null,
  }
}

/** The objection whose link this is: whoever holds the code is the objector. */
export async function loadByCode(code: string): Promise<ObjectionForDecision> {
  const id = objectionOf(code)
  if (!id) throw notFound()
  const objection = await loadObjection({ id })
  if (!codeMatches(code, objection.codeHash)) throw notFound()
  return objection
}
