import 'server-only'
import type { TitleLevel } from '@/lib/access/types'
import type { YearState } from '@/lib/workflow/states'
import { pool } from '../database/db'
import type { EvaluatedTerm, HistoricFigures } from '../ledger/evaluate-term'
import { HISTORIC_SQL, LEDGER_YEAR_SQL } from '../ledger/ledgers'
import type { LedgerYear } from '../ledger/types'
import { type Rules, rulesAt } from '../rule-set/in-force'

export interface AppointmentRow {
  id: string
  titleSeries: string
  titleName: string
  titleLevel: TitleLevel
  from: string
  until: string | null
}

export interface TermRow {
  id: string
  appointmentId: string | null
  state: YearState
  version: number
  standing: EvaluatedTerm
  regionCode: string | null
  routeClause: string | null
  requestedAt: string | null
  authorityId: string | null
  authorityName: string | null
  /** Of the last event that gave one. */
  returnedBecause: string | null
}

/** All that a person's terms are made of. */
export interface PersonTerms {
  personId: string
  name: string
  transferredInOn: string | null
  transferredFrom: string | null
  rules: Rules
  appointments: AppointmentRow[]
  application: { titleSeries: string; titleLevel: TitleLevel } | null
  years: LedgerYear[]
  historic: HistoricFigures[]
  terms: TermRow[]
}

/** One round trip. `year`: of the application for a title. */
export async function loadPersonTerms(personId: string, year: number): Promise<PersonTerms | null> {
  const { rows } = await pool.query<Omit<PersonTerms, 'rules'> & { rulesRevision: number }>({
    name: 'load-person-terms',
    text: `SELECT p.id AS "personId", p.name, p.transferred_in_on::text AS "transferredInOn", p.transferred_from AS "transferredFrom",
        (SELECT revision FROM rules_revision) AS "rulesRevision",
        coalesce((SELECT json_agg(json_build_object('id', a.id, 'titleSeries', a.title_series, 'titleName', a.title_name, 'titleLevel', a.title_level,
          'from', a.from_on, 'until', a.until_on) ORDER BY a.from_on DESC, a.id DESC) FROM appointment a WHERE a.person_id = p.id), '[]') AS appointments,
        (SELECT json_build_object('titleSeries', t.title_series, 'titleLevel', t.title_level) FROM title_application t
          WHERE t.person_id = p.id AND t.year = $2) AS application,
        coalesce((SELECT json_agg(${LEDGER_YEAR_SQL}) FROM year y WHERE y.person_id = p.id), '[]') AS years,
        ${HISTORIC_SQL} AS historic,
        coalesce((SELECT json_agg(json_build_object('id', t.id, 'appointmentId', t.appointment_id, 'state', t.state, 'version', t.version,
          'standing', t.result, 'regionCode', t.region_code, 'routeClause', t.route_clause, 'requestedAt', t.requested_at,
          'authorityId', t.authority_id, 'authorityName', (SELECT name FROM organization o WHERE o.id = t.authority_id),
          'returnedBecause', (SELECT e.reason FROM event e WHERE e.stream_id = t.id AND e.event = 'return' ORDER BY e.seq DESC LIMIT 1)) ORDER BY t.created_at DESC, t.id DESC) FROM term t WHERE t.person_id = p.id), '[]') AS terms
      FROM person p WHERE p.id = $1`,
    values: [personId, year],
  })
  const [row] = rows
  if (!row) return null
  const { rulesRevision, ...person } = row
  return { ...person, rules: await rulesAt(rulesRevision) }
}
