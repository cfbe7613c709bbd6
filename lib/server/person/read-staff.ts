import 'server-only'
import { z } from 'zod'
import { accessScopeOf } from '@/lib/access/scope'
import type { Actor, TitleLevel } from '@/lib/access/types'
import { dateInShanghai, yearOf } from '@/lib/calendar/plain-date'
import { figureOf, rulingDay } from '@/lib/rules/lookup'
import { statesIn } from '@/lib/workflow/state-groups'
import type { YearState } from '@/lib/workflow/states'
import { pool } from '../database/db'
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
  const { rows } = await pool.query<Omit<StaffRow, 'waiting'> & { waitingProfessional: number; waitingPublic: number }>({
    name: 'employer-staff',
    text: `SELECT p.id, p.name, coalesce(e.department, '') AS department, a.title_name AS "titleName", a.title_level AS "titleLevel",
        coalesce(y.professional, 0)::float AS professional, coalesce(y.public, 0)::float AS public, coalesce(y.met, false) AS met, y.state AS "yearState",
        w.professional AS "waitingProfessional", w.public AS "waitingPublic"
      FROM employment e JOIN person p ON p.id = e.person_id
      LEFT JOIN year y ON y.person_id = p.id AND y.year = $2
      LEFT JOIN LATERAL (SELECT title_name, title_level FROM appointment WHERE person_id = p.id AND (until_on IS NULL OR until_on >= $3)
        ORDER BY from_on DESC LIMIT 1) a ON true
      LEFT JOIN LATERAL (SELECT coalesce(sum(r.hours) FILTER (WHERE r.subject IS DISTINCT FROM 'public'), 0)::float AS professional,
        coalesce(sum(r.hours) FILTER (WHERE r.subject = 'public'), 0)::float AS public
        FROM hour_record r WHERE r.person_id = p.id AND r.year = $2 AND r.state::text = ANY($4)) w ON true
      WHERE e.organization_id = $1 AND e.from_on <= $3 AND (e.until_on IS NULL OR e.until_on >= $3)
        AND ($5 = '' OR position($5 IN p.name) > 0 OR position($5 IN coalesce(e.department, '')) > 0)
        AND ($6::boolean IS NULL OR coalesce(y.met, false) = $6)
        AND ($7::text IS NULL OR (p.name, p.id) > ($7, $8::uuid))
      ORDER BY p.name, p.id LIMIT ${pages.take}`,
    values: [
      reached.organizationId,
      year,
      today,
      statesIn('record', 'pending'),
      search.q,
      search.hours === null ? null : search.hours === 'met',
      search.after?.[0] ?? null,
      search.after?.[1] ?? null,
    ],
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
