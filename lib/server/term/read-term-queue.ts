import 'server-only'
import { isWithin } from '@/lib/access/regions'
import type { Actor } from '@/lib/access/types'
import { isInGroup, statesIn } from '@/lib/workflow/state-groups'
import type { YearState } from '@/lib/workflow/states'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { behindTime, type Keyset, pagesOf } from '../input/keyset'
import { escapeLike } from '../input/search'
import type { EvaluatedTerm } from '../ledger/evaluate-term'
import { yearScope } from '../year/scope'

export interface TermQueueSearch {
  q: string
  region: string | null
  after: Keyset | null
}

const pages = pagesOf()

export interface TermQueueRow {
  id: string
  personName: string
  /** Null: freelance. */
  employer: string | null
  state: YearState
  years: { from: number; to: number }
  average: { total: number; professional: number }
  requestedAt: string
  waitsForAuthority: string | null
  isOwn: boolean
}

export interface TermQueue {
  rows: TermQueueRow[]
  next: string | null
  readOnly: boolean
}

/** The requested terms that this bureau certifies, the oldest request first; the city's reviewer may look into a county's. */
export async function readTermQueue(actor: Actor, { q, region, after }: TermQueueSearch): Promise<TermQueue> {
  const readOnly = region !== null && region !== actor.regionCode && actor.regionCode !== null && isWithin(region, actor.regionCode)
  const scope = readOnly ? { AND: [yearScope(actor, 'year_see'), { regionCode: region }] } : yearScope(actor, 'year_certify')
  const where = { AND: [scope, { state: { in: statesIn('term', 'certification') } }, ...named(q)] }
  return { ...(await readRows(actor, where, after)), readOnly }
}

/** The requested terms whose professional hours this authority looks at first (N6.1). */
export async function readAuthorityTerms(actor: Actor, q: string): Promise<TermQueueRow[]> {
  const waiting = { state: { in: statesIn('term', 'authority_review') } }
  const { rows } = await readRows(actor, { AND: [yearScope(actor, 'year_authority_review'), waiting, ...named(q)] }, null)
  return rows
}

function named(q: string): Prisma.TermWhereInput[] {
  return q ? [{ OR: [{ person: { name: { contains: escapeLike(q) } } }, { employer: { name: { contains: escapeLike(q) } } }] }] : []
}

async function readRows(actor: Actor, where: Prisma.TermWhereInput, after: TermQueueSearch['after']) {
  const found = await db.term.findMany({
    where: { AND: [where, behindTime<Prisma.TermWhereInput>('requestedAt', 'asc', after)] },
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
    take: pages.take,
    select: {
      id: true,
      state: true,
      personId: true,
      result: true,
      requestedAt: true,
      person: { select: { name: true } },
      employer: { select: { name: true } },
      authority: { select: { name: true } },
    },
  })
  const { rows, next } = pages.cut(found, ({ requestedAt, id }) => [requestedAt, id])
  const shown = rows.map((row): TermQueueRow => {
    const { years, average } = row.result as unknown as EvaluatedTerm
    return {
      id: row.id,
      personName: row.person.name,
      employer: row.employer?.name ?? null,
      state: row.state,
      years: { from: years[0] ?? 0, to: years.at(-1) ?? 0 },
      average,
      requestedAt: row.requestedAt?.toISOString() ?? '',
      waitsForAuthority: row.authority && !isInGroup('term', row.state, 'authority_reviewed') ? row.authority.name : null,
      isOwn: actor.personId === row.personId,
    }
  })
  return { rows: shown, next }
}
