import 'server-only'
import { type Expression, expressionBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Role, UnitLevel } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { statesIn } from '@/lib/workflow/state-groups'
import type { Builder } from '../database/statement'
import type { Tables } from '../database/tables'

/** From here on a number says "99+". */
export const MAX_COUNTED = 99

/** Whose desk it is. What a role does not have, no part of its statement mentions. */
export interface Desk {
  organizationId: string
  regionCode: string
  personId: string
  grantId: string
  today: PlainDate
}

export type Counted = Record<string, Expression<number>>

/** How many rows, as far as they are counted. */
export function counted<From, Table extends keyof From, Row>(queue: SelectQueryBuilder<From, Table, Row>): Expression<number> {
  return sql`(SELECT count(*)::int FROM ${queue.select(sql.lit(1).as('one')).limit(MAX_COUNTED + 1)} c)`
}

/** What the queue of each menu entry holds, as the pages read it. A test holds them against the pages' lists. */
export const DESKS: Partial<Record<Role, (db: Builder, desk: Desk, city: boolean) => Counted>> = {
  employer_officer: (db, desk) => ({
    'employer.review': counted(
      db
        .selectFrom('hour_record as r')
        .where('r.organization_id', '=', desk.organizationId)
        .where('r.state', 'in', statesIn('record', 'review'))
        .where('r.path', '=', 'employer')
        .where('r.escalated_at', 'is', null),
    ),
    'employer.batches': counted(
      db
        .selectFrom('publicity_batch as b')
        .where('b.organization_id', '=', desk.organizationId)
        .where('b.state', 'in', statesIn('batch', 'public'))
        .where('b.ends_on', '<', desk.today),
    ),
    'employer.objections': counted(
      db
        .selectFrom('objection as j')
        .innerJoin('publicity_batch as b', 'b.id', 'j.batch_id')
        .where('b.organization_id', '=', desk.organizationId)
        .where(objectionWaits()),
    ),
    'employer.trainings': filingsBack(db, desk),
    'employer.cases': casesToAnswer(db, desk),
  }),
  provider_officer: (db, desk) => ({ 'provider.filings': filingsBack(db, desk), 'provider.cases': casesToAnswer(db, desk) }),
  authority_reviewer: (db, desk) => ({
    'authority.years': counted(yearsAndTerms(db, desk)),
    'authority.filings': counted(
      db
        .selectFrom('filing as f')
        .where('f.authority_id', '=', desk.organizationId)
        .where('f.state', 'in', statesIn('filing', 'authority_queue'))
        .where('f.outside', '=', false)
        .where('f.due_on', 'is not', null),
    ),
  }),
  county_reviewer: bureauDesks,
  city_reviewer: bureauDesks,
}

function yearsAndTerms(db: Builder, { organizationId }: Desk) {
  const years = db
    .selectFrom('year as y')
    .select(sql.lit(1).as('one'))
    .where('y.authority_id', '=', organizationId)
    .where('y.state', 'in', statesIn('year', 'authority_review'))
  const terms = db
    .selectFrom('term as t')
    .select(sql.lit(1).as('one'))
    .where('t.authority_id', '=', organizationId)
    .where('t.state', 'in', statesIn('term', 'authority_review'))
  return db.selectFrom(years.unionAll(terms).as('w'))
}

function bureauDesks(db: Builder, { regionCode, today }: Desk, city: boolean): Counted {
  // Municipal units belong to the city's bureau, wherever they lie (N6.1).
  const ofOffice = (place: { region: Expression<string | null>; level: Expression<UnitLevel | null> }) => {
    const [inRegion, isLevel] = [on(place.region, '=', regionCode), (level: UnitLevel) => on(place.level, '=', level)]
    return city ? on.or([isLevel('municipal'), inRegion]) : on.and([inRegion, on.or([on(place.level, 'is', null), isLevel('county')])])
  }
  const ofRecord = ofOffice({ region: on.ref('r.region_code'), level: on.ref('r.unit_level') })
  const escalated = on.and([on('r.state', 'in', statesIn('record', 'bureau_queue')), on('r.escalated_at', 'is not', null)])
  const toVerify = on.and([on('r.state', 'in', statesIn('record', 'verification')), on('r.path', '=', 'bureau')])
  const fromEmployer = on.and([on('r.decided_by', '=', 'employer'), ofRecord])
  return {
    'bureau.verification': counted(
      db
        .selectFrom('hour_record as r')
        .where(on.or([toVerify, escalated]))
        .where('r.due_on', 'is not', null)
        .where(ofRecord),
    ),
    'bureau.certification/years': counted(
      db.selectFrom('year as y').where('y.region_code', '=', regionCode).where('y.state', 'in', statesIn('year', 'certification')),
    ),
    'bureau.certification/terms': counted(
      db.selectFrom('term as t').where('t.region_code', '=', regionCode).where('t.state', 'in', statesIn('term', 'certification')),
    ),
    'bureau.certification/papers': counted(
      db
        .selectFrom('historic_year as h')
        .where('h.region_code', '=', regionCode)
        .where('h.state', 'in', statesIn('historic', 'verification')),
    ),
    'bureau.filings': counted(
      db
        .selectFrom('filing as f')
        .where('f.region_code', '=', regionCode)
        .where('f.state', 'in', statesIn('filing', 'bureau_queue'))
        .where('f.due_on', 'is not', null),
    ),
    'bureau.objections': counted(
      db
        .selectFrom('objection as j')
        .innerJoin('publicity_batch as b', 'b.id', 'j.batch_id')
        .innerJoin('organization as o', 'o.id', 'b.organization_id')
        .where('j.state', 'in', statesIn('objection', 'awaiting_finding'))
        .where('j.due_on', '<', today)
        .where(ofOffice({ region: on.ref('o.region_code'), level: on.ref('o.unit_level') })),
    ),
    // what is registered is the bureau's to answer; a roster's once its provider let the day pass
    'bureau.cases': counted(
      db
        .selectFrom('case_file as c')
        .where('c.region_code', '=', regionCode)
        .where('c.state', 'in', statesIn('case', 'awaiting_answer'))
        .where((eb) => eb.or([eb('c.record_id', 'is not', null), eb('c.organization_id', 'is', null), eb('c.due_on', '<', today)])),
    ),
    'bureau.appeals': counted(
      db
        .selectFrom('hour_record as r')
        .where('r.state', 'in', statesIn('record', 'awaiting_appeal_decision'))
        .where(city ? on.or([fromEmployer, on('r.decided_by', '=', 'county')]) : fromEmployer),
    ),
  }
}

const on = expressionBuilder<{ r: Tables['hour_record']; o: Tables['organization'] }, 'r' | 'o'>()

function filingsBack(db: Builder, { organizationId }: Desk) {
  return counted(
    db.selectFrom('filing as f').where('f.provider_id', '=', organizationId).where('f.state', 'in', statesIn('filing', 'came_back')),
  )
}

/** What the unit itself has to answer: not what it only reads along. */
function casesToAnswer(db: Builder, { organizationId }: Desk) {
  return counted(
    db
      .selectFrom('case_file as c')
      .where('c.organization_id', '=', organizationId)
      .where('c.record_id', 'is', null)
      .where('c.state', 'in', statesIn('case', 'awaiting_answer')),
  )
}

const j = expressionBuilder<{ j: Tables['objection'] }, 'j'>()

/** Somebody has to act on it: a finding is due, or whoever raised it is still to be called. */
function objectionWaits(): Expression<SqlBool> {
  const toCall = j.and([j('j.state', 'in', statesIn('objection', 'awaiting_contact')), j('j.contact_kind', '=', 'phone')])
  return j.or([j('j.state', 'in', statesIn('objection', 'blocking')), toCall])
}
