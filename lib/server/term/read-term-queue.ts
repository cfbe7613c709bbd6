import 'server-only'
import { isWithin } from '@/lib/access/regions'
import type { Actor } from '@/lib/access/types'
import { isInGroup, statesIn } from '@/lib/workflow/state-groups'
import type { YearState } from '@/lib/workflow/states'
import { type Builder, runOnce } from '../database/statement'
import { liesBehind, organizationNamed, personNamed } from '../find/queue'
import { type Keyset, pagesOf } from '../input/keyset'
import type { EvaluatedTerm } from '../ledger/evaluate-term'
import { yearsInScope } from '../year/scope'

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
  const queue = (db: Builder) =>
    waiting(db, 'certification', q)
      .where(yearsInScope(actor, readOnly ? 'year_see' : 'year_certify'))
      .$if(readOnly, (terms) => terms.where('t.region_code', '=', region))
  return { ...(await readRows(actor, queue, after)), readOnly }
}

/** The requested terms whose professional hours this authority looks at first (N6.1). */
export async function readAuthorityTerms(actor: Actor, q: string): Promise<TermQueueRow[]> {
  const queue = (db: Builder) => waiting(db, 'authority_review', q).where(yearsInScope(actor, 'year_authority_review'))
  const { rows } = await readRows(actor, queue, null)
  return rows
}

/** Those in these states, the oldest request first. */
function waiting(db: Builder, group: 'certification' | 'authority_review', q: string) {
  return db
    .selectFrom('term as t')
    .where('t.state', 'in', statesIn('term', group))
    .$if(q !== '', (terms) =>
      terms.where((eb) => eb.or([personNamed(eb.ref('t.person_id'), q), organizationNamed(eb.ref('t.employer_id'), q)])),
    )
    .orderBy('t.requested_at')
    .orderBy('t.id')
}

async function readRows(actor: Actor, queue: (db: Builder) => ReturnType<typeof waiting>, after: TermQueueSearch['after']) {
  const found = await runOnce((db) =>
    queue(db)
      .where((eb) => liesBehind(eb.ref('t.requested_at'), eb.ref('t.id'), 'asc', after))
      .innerJoin('person as p', 'p.id', 't.person_id')
      .leftJoin('organization as o', 'o.id', 't.employer_id')
      .leftJoin('organization as a', 'a.id', 't.authority_id')
      .select(['t.id', 't.state', 't.person_id as personId', 't.requested_at as requestedAt'])
      .select(['p.name as personName', 'o.name as employer', 'a.name as authority'])
      .select((eb) => eb.ref('t.result').$castTo<EvaluatedTerm>().as('result'))
      .limit(pages.take),
  )
  const { rows, next } = pages.cut(found, ({ requestedAt, id }) => [requestedAt, id])
  const shown = rows.map(({ personId, result, authority, requestedAt, ...row }): TermQueueRow => {
    const { years, average } = result
    return {
      ...row,
      years: { from: years[0] ?? 0, to: years.at(-1) ?? 0 },
      average,
      requestedAt: requestedAt?.toISOString() ?? '',
      waitsForAuthority: isInGroup('term', row.state, 'authority_reviewed') ? null : authority,
      isOwn: actor.personId === personId,
    }
  })
  return { rows: shown, next }
}
