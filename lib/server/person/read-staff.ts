import 'server-only'
import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { accessScopeOf } from '@/lib/access/scope'
import type { Actor, TitleLevel } from '@/lib/access/types'
import { dateInShanghai, type PlainDate, yearOf } from '@/lib/calendar/plain-date'
import { figureOf, rulingDay } from '@/lib/rules/lookup'
import { statesIn } from '@/lib/workflow/state-groups'
import type { YearState } from '@/lib/workflow/states'
import { float, statement } from '../database/statement'
import { notFound } from '../input/errors'
import { afterParam, pagesOf } from '../input/keyset'
import { enumParam, textParam } from '../input/search'
import { ruleSetInForce } from '../rule-set/in-force'
import { readSettings } from '../runtime/settings'

export const STAFF_FILTERS = ['met', 'short'] as const

export const staffSearch = {
  q: textParam(),
  year: z.coerce.number().int().min(2000).max(2999).nullable().catch(null),
  hours: enumParam(STAFF_FILTERS),
  after: afterParam('name'),
}
type Search = z.infer<z.ZodObject<typeof staffSearch>>

export interface StaffRow {
  id: string
  name: string
  department: string
  titleName: string | null
  titleLevel: TitleLevel | null
  professional: number
  public: number
  waiting: { professional: number; public: number }
  met: boolean
  yearState: YearState | null
}

export interface Staff {
  year: number
  years: number[]
  required: { total: number; professional: number }
  rows: StaffRow[]
  next: string | null
}

const pages = pagesOf()
interface Asked {
  organizationId: string
  year: number
  today: PlainDate
  q: string
  met: boolean | null
  afterName: string | null
  afterId: string | null
}

const staffOf = statement('employer-staff', (db, given: Asked) =>
  db
    .selectFrom('employment as e')
    .innerJoin('person as p', 'p.id', 'e.person_id')
    .leftJoin('year as y', (join) => join.onRef('y.person_id', '=', 'p.id').on('y.year', '=', given.year))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('appointment as t')
          .select(['t.title_name', 't.title_level'])
          .whereRef('t.person_id', '=', 'p.id')
          .where((e) => e.or([e('t.until_on', 'is', null), e('t.until_on', '>=', given.today)]))
          .orderBy('t.from_on', 'desc')
          .limit(1)
          .as('a'),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('hour_record as r')
          .select((e) => {
            const hours = e.fn.sum<string>('r.hours')
            return [
              float(e.fn.coalesce(hours.filterWhere('r.subject', 'is distinct from', 'public'), sql.lit('0'))).as('professional'),
              float(e.fn.coalesce(hours.filterWhere('r.subject', '=', 'public'), sql.lit('0'))).as('public'),
            ]
          })
          .whereRef('r.person_id', '=', 'p.id')
          .where('r.year', '=', given.year)
          .where('r.state', 'in', statesIn('record', 'pending'))
          .as('w'),
      (join) => join.onTrue(),
    )
    .select(['p.id', 'p.name', 'a.title_name as titleName', 'a.title_level as titleLevel', 'y.state as yearState'])
    .select(['w.professional as waitingProfessional', 'w.public as waitingPublic'])
    .select((eb) => [
      eb.fn.coalesce('e.department', sql.lit('')).as('department'),
      float(eb.fn.coalesce('y.professional', sql.lit('0'))).as('professional'),
      float(eb.fn.coalesce('y.public', sql.lit('0'))).as('public'),
      eb.fn.coalesce('y.met', sql.lit(false)).as('met'),
    ])
    .where('e.organization_id', '=', given.organizationId)
    .where('e.from_on', '<=', given.today)
    .where((eb) => eb.or([eb('e.until_on', 'is', null), eb('e.until_on', '>=', given.today)]))
    .where((eb) => {
      const department = eb.fn.coalesce('e.department', sql.lit(''))
      return sql<SqlBool>`(${given.q}::text = '' OR position(${given.q} IN ${eb.ref('p.name')}) > 0 OR position(${given.q} IN ${department}) > 0)`
    })
    .where((eb) => sql<SqlBool>`(${given.met}::boolean IS NULL OR ${eb.fn.coalesce('y.met', sql.lit(false))} = ${given.met})`)
    .where(
      (eb) =>
        sql<SqlBool>`(${given.afterName}::text IS NULL OR ${eb.refTuple('p.name', 'p.id')} > (${given.afterName}, ${given.afterId}::uuid))`,
    )
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(pages.take),
)

/** The unit's people with a year of each at a glance: what is registered, what waits. Two round trips. */
export async function readStaff(actor: Actor, search: Search, now: Date): Promise<Staff> {
  const reached = accessScopeOf(actor, 'person_see')
  if (reached.kind !== 'organization') throw notFound()
  const today = dateInShanghai(now)
  const { openYears } = await readSettings()
  const years = [...openYears].sort((a, b) => b - a)
  const year = search.year ?? (years.includes(yearOf(today)) ? yearOf(today) : (years[0] ?? yearOf(today)))
  const ruleSet = ruleSetInForce(year)
  const figure = (key: string) => figureOf(ruleSet, key, rulingDay(year)).value ?? 0
  const rows = await staffOf({
    organizationId: reached.organizationId,
    year,
    today,
    q: search.q,
    met: search.hours === null ? null : search.hours === 'met',
    afterName: search.after?.[0] ?? null,
    afterId: search.after?.[1] ?? null,
  })
  const { rows: shown, next } = pages.cut(rows, ({ name, id }) => [name, id])
  return {
    year,
    years: [...new Set([year, ...years])].sort((a, b) => b - a),
    required: { total: figure('minimum.total'), professional: figure('minimum.professional') },
    rows: shown.map(({ waitingProfessional, waitingPublic, ...row }) => ({
      ...row,
      waiting: { professional: waitingProfessional, public: waitingPublic },
    })),
    next,
  }
}
