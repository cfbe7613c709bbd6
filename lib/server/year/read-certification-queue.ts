import 'server-only'
import { isWithin } from '@/lib/access/regions'
import type { Actor } from '@/lib/access/types'
import type { YearResult } from '@/lib/rules/types'
import { isInGroup, statesIn } from '@/lib/workflow/state-groups'
import type { YearState } from '@/lib/workflow/states'
import type { Prisma } from '@/prisma/generated/client/client'
import { provisionalLines } from '../certificate/certificate-content'
import { db } from '../database/db'
import { behindTime, type Keyset, pagesOf } from '../input/keyset'
import { escapeLike } from '../input/search'
import { yearScope } from './scope'

export const CERTIFICATION_KINDS = ['ready', 'authority', 'provisional'] as const

export interface CertificationSearch {
  q: string
  kind: (typeof CERTIFICATION_KINDS)[number] | null
  region: string | null
  after: Keyset | null
}

export interface CertificationRow {
  id: string
  year: number
  personName: string
  /** Null: freelance. */
  employer: string | null
  state: YearState
  hours: { professional: number; public: number; required: { total: number; professional: number } }
  requestedAt: string
  /** Counted lines on figures that are not law yet. */
  provisional: number
  /** The authority that has to look at the professional hours first, while it has not. */
  waitsForAuthority: string | null
  isOwn: boolean
}

export interface CertificationQueue {
  rows: CertificationRow[]
  next: string | null
  total: number
  more: boolean
  readOnly: boolean
}

const MAX_COUNTED = 500
const pages = pagesOf()

/** The requested years that this bureau certifies, the oldest request first; the city's reviewer may look into a county's. Two round trips. */
export async function readCertificationQueue(actor: Actor, search: CertificationSearch): Promise<CertificationQueue> {
  const { region } = search
  const readOnly = region !== null && region !== actor.regionCode && actor.regionCode !== null && isWithin(region, actor.regionCode)
  const scope = readOnly ? { AND: [yearScope(actor, 'year_see'), { regionCode: region }] } : yearScope(actor, 'year_certify')
  const where = { AND: [scope, { state: { in: statesIn('year', 'certification') } }, ...filtersOf(search)] }
  return readRows(actor, where, search.after, readOnly)
}

/** The requested years whose professional hours this authority looks at first (N6.1). */
export async function readAuthorityQueue(actor: Actor, search: Pick<CertificationSearch, 'q' | 'after'>): Promise<CertificationQueue> {
  const waiting = { state: { in: statesIn('year', 'authority_review') } }
  const where = { AND: [yearScope(actor, 'year_authority_review'), waiting, ...filtersOf({ ...search, kind: null })] }
  return readRows(actor, where, search.after, false)
}

function filtersOf({ q, kind }: Pick<CertificationSearch, 'q' | 'kind'>): Prisma.YearWhereInput[] {
  const waits: Prisma.YearWhereInput = { authorityId: { not: null }, state: { in: statesIn('year', 'authority_review') } }
  return [
    ...(q ? [{ OR: [{ person: { name: { contains: escapeLike(q) } } }, { employer: { name: { contains: escapeLike(q) } } }] }] : []),
    ...(kind === 'authority' ? [waits] : []),
    ...(kind === 'ready' ? [{ NOT: waits }] : []),
    ...(kind === 'provisional' ? [{ result: { path: ['warnings'], array_contains: [{ code: 'provisional_figure' }] } }] : []),
  ]
}

async function readRows(
  actor: Actor,
  where: Prisma.YearWhereInput,
  after: CertificationSearch['after'],
  readOnly: boolean,
): Promise<CertificationQueue> {
  const [found, total] = await Promise.all([
    db.year.findMany({
      where: { AND: [where, behindTime<Prisma.YearWhereInput>('requestedAt', 'asc', after)] },
      orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
      take: pages.take,
      select: {
        id: true,
        year: true,
        state: true,
        personId: true,
        professional: true,
        public: true,
        result: true,
        requestedAt: true,
        person: { select: { name: true } },
        employer: { select: { name: true } },
        authority: { select: { name: true } },
      },
    }),
    db.year.count({ where, orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }], take: MAX_COUNTED + 1 }),
  ])
  const { rows, next } = pages.cut(found, ({ requestedAt, id }) => [requestedAt, id])
  const shown = rows.map((row): CertificationRow => {
    const result = row.result as unknown as YearResult
    return {
      id: row.id,
      year: row.year,
      personName: row.person.name,
      employer: row.employer?.name ?? null,
      state: row.state,
      hours: {
        professional: Number(row.professional),
        public: Number(row.public),
        required: { total: result.required.total ?? 0, professional: result.required.professional ?? 0 },
      },
      requestedAt: row.requestedAt?.toISOString() ?? '',
      provisional: provisionalLines(result).length,
      waitsForAuthority: row.authority && !isInGroup('year', row.state, 'authority_reviewed') ? row.authority.name : null,
      isOwn: actor.personId === row.personId,
    }
  })
  return {
    rows: shown,
    next,
    total: Math.min(total, MAX_COUNTED),
    more: total > MAX_COUNTED,
    readOnly,
  }
}
