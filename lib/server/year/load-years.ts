import 'server-only'
import type { YearResult } from '@/lib/rules/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'

const select = {
  id: true,
  personId: true,
  year: true,
  state: true,
  version: true,
  met: true,
  result: true,
  choiceId: true,
  regionCode: true,
  authorityId: true,
  employerId: true,
} as const satisfies Prisma.YearSelect

/** A credit year with all that a decision about it rests on. */
export interface YearForDecision extends Omit<Prisma.YearGetPayload<{ select: typeof select }>, 'result'> {
  result: YearResult
}

/** The years among `ids` that the scope lets through. Whoever asks compares the counts: what is not visible is not found. */
export async function loadYears(ids: readonly string[], scope: Prisma.YearWhereInput): Promise<YearForDecision[]> {
  const rows = await db.year.findMany({ where: { AND: [{ id: { in: [...ids] } }, scope] }, select })
  return rows.map((row) => ({ ...row, result: row.result as unknown as YearResult }))
}
