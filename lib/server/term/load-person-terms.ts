import 'server-only'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { TitleLevel } from '@/lib/access/types'
import type { YearState } from '@/lib/workflow/states'
import { statement } from '../database/statement'
import type { EvaluatedTerm, HistoricFigures } from '../ledger/evaluate-term'
import { historicYears, ledgerYears } from '../ledger/ledgers'
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

const byPerson = statement('load-person-terms', (db, given: { personId: string; year: number }) =>
  db
    .selectFrom('person as p')
    .select(['p.id as personId', 'p.name', 'p.transferred_in_on as transferredInOn', 'p.transferred_from as transferredFrom'])
    .select((eb) => [
      eb.selectFrom('rules_revision').select('revision').as('rulesRevision'),
      jsonArrayFrom(
        eb
          .selectFrom('appointment as a')
          .select(['a.id', 'a.title_series as titleSeries', 'a.title_name as titleName', 'a.title_level as titleLevel'])
          .select(['a.from_on as from', 'a.until_on as until'])
          .whereRef('a.person_id', '=', 'p.id')
          .orderBy('a.from_on', 'desc')
          .orderBy('a.id', 'desc'),
      ).as('appointments'),
      jsonObjectFrom(
        eb
          .selectFrom('title_application as t')
          .select(['t.title_series as titleSeries', 't.title_level as titleLevel'])
          .whereRef('t.person_id', '=', 'p.id')
          .where('t.year', '=', given.year),
      ).as('application'),
      jsonArrayFrom(ledgerYears(db).where('y.person_id', '=', eb.ref('p.id'))).as('years'),
      jsonArrayFrom(historicYears(db, eb.ref('p.id'))).as('historic'),
      jsonArrayFrom(
        eb
          .selectFrom('term as t')
          .leftJoin('organization as o', 'o.id', 't.authority_id')
          .select(['t.id', 't.appointment_id as appointmentId', 't.state', 't.version', 't.region_code as regionCode'])
          .select(['t.route_clause as routeClause', 't.requested_at as requestedAt'])
          .select(['t.authority_id as authorityId', 'o.name as authorityName'])
          .select((e) => [
            e.ref('t.result').$castTo<EvaluatedTerm>().as('standing'),
            e
              .selectFrom('event as v')
              .select('v.reason')
              .whereRef('v.stream_id', '=', 't.id')
              .where('v.event', '=', 'return')
              .orderBy('v.seq', 'desc')
              .limit(1)
              .as('returnedBecause'),
          ])
          .whereRef('t.person_id', '=', 'p.id')
          .orderBy('t.created_at', 'desc')
          .orderBy('t.id', 'desc'),
      ).as('terms'),
    ])
    .where('p.id', '=', given.personId),
)

/** One round trip. `year`: of the application for a title. */
export async function loadPersonTerms(personId: string, year: number): Promise<PersonTerms | null> {
  const [row] = await byPerson({ personId, year })
  if (!row) return null
  const { rulesRevision, ...person } = row
  return { ...person, rules: await rulesAt(rulesRevision ?? 0) }
}
