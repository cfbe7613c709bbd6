import 'server-only'
import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { isWithin } from '@/lib/access/regions'
import type { Actor } from '@/lib/access/types'
import type { YearResult } from '@/lib/rules/types'
import { isInGroup, statesIn } from '@/lib/workflow/state-groups'
import type { YearState } from '@/lib/workflow/states'
import { provisionalLines } from '../certificate/certificate-content'
import { type Builder, float, runOnce } from '../database/statement'
import type { Tables } from '../database/tables'
import { countUpTo, liesBehind, organizationNamed, personNamed } from '../find/queue'
import { type Keyset, pagesOf } from '../input/keyset'
import { yearsInScope } from './scope'

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
  const queue = (db: Builder) =>
    waiting(db, 'certification', search)
      .where(yearsInScope(actor, readOnly ? 'year_see' : 'year_certify'))
      .$if(readOnly, (years) => years.where('t.region_code', '=', region))
  return { ...(await readRows(actor, queue, search.after)), readOnly }
}

/** The requested years whose professional hours this authority looks at first (N6.1). */
export async function readAuthorityQueue(actor: Actor, search: Pick<CertificationSearch, 'q' | 'after'>): Promise<CertificationQueue> {
  const queue = (db: Builder) =>
    waiting(db, 'authority_review', { ...search, kind: null }).where(yearsInScope(actor, 'year_authority_review'))
  return { ...(await readRows(actor, queue, search.after)), readOnly: false }
}

/** Those in these states, the oldest request first. */
function waiting(db: Builder, group: 'certification' | 'authority_review', { q, kind }: Pick<CertificationSearch, 'q' | 'kind'>) {
  const atAuthority = (eb: ExpressionBuilder<Tables & { t: Tables['year'] }, 't'>) =>
    eb.and([eb('t.authority_id', 'is not', null), eb('t.state', 'in', statesIn('year', 'authority_review'))])
  return db
    .selectFrom('year as t')
    .where('t.state', 'in', statesIn('year', group))
    .$if(q !== '', (years) =>
      years.where((eb) => eb.or([personNamed(eb.ref('t.person_id'), q), organizationNamed(eb.ref('t.employer_id'), q)])),
    )
    .$if(kind === 'authority', (years) => years.where(atAuthority))
    .$if(kind === 'ready', (years) => years.where((eb) => eb.not(atAuthority(eb))))
    .$if(kind === 'provisional', (years) =>
      years.where((eb) => sql<SqlBool>`${eb.ref('t.result')}->'warnings' @> '[{"code": "provisional_figure"}]'::jsonb`),
    )
    .orderBy('t.requested_at')
    .orderBy('t.id')
}

async function readRows(
  actor: Actor,
  queue: (db: Builder) => ReturnType<typeof waiting>,
  after: CertificationSearch['after'],
): Promise<Omit<CertificationQueue, 'readOnly'>> {
  const [found, total] = await Promise.all([runOnce((db) => pageOf(queue(db), after)), countUpTo(MAX_COUNTED + 1, queue)])
  const { rows, next } = pages.cut(found, ({ requestedAt, id }) => [requestedAt, id])
  const shown = rows.map(({ personId, result, authority, requestedAt, ...row }): CertificationRow => {
    const { professional, public: ofPublic, ...year } = row
    const { total: atLeast, professional: ofThose } = result.required
    return {
      ...year,
      hours: { professional, public: ofPublic, required: { total: atLeast ?? 0, professional: ofThose ?? 0 } },
      requestedAt: requestedAt?.toISOString() ?? '',
      provisional: provisionalLines(result).length,
      waitsForAuthority: isInGroup('year', row.state, 'authority_reviewed') ? null : authority,
      isOwn: actor.personId === personId,
    }
  })
  return {
    rows: shown,
    next,
    total: Math.min(total, MAX_COUNTED),
    more: total > MAX_COUNTED,
  }
}

function pageOf(queue: ReturnType<typeof waiting>, after: CertificationSearch['after']) {
  return queue
    .where((eb) => liesBehind(eb.ref('t.requested_at'), eb.ref('t.id'), 'asc', after))
    .innerJoin('person as p', 'p.id', 't.person_id')
    .leftJoin('organization as o', 'o.id', 't.employer_id')
    .leftJoin('organization as a', 'a.id', 't.authority_id')
    .select(['t.id', 't.year', 't.state', 't.person_id as personId', 't.requested_at as requestedAt'])
    .select(['p.name as personName', 'o.name as employer', 'a.name as authority'])
    .select((eb) => [
      float(eb.ref('t.professional')).as('professional'),
      float(eb.ref('t.public')).as('public'),
      eb.ref('t.result').$castTo<YearResult>().as('result'),
    ])
    .limit(pages.take)
}
