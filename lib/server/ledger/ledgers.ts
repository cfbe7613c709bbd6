import 'server-only'
import type { Expression } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { plainDate } from '@/lib/calendar/plain-date'
import { evaluateYear, withValidChoice } from '@/lib/rules/evaluate-year'
import { ruleSetById, ruleSetFor } from '@/lib/rules/rule-sets'
import type { RecordInput, YearCase, YearResult } from '@/lib/rules/types'
import { isInGroup, statesIn } from '@/lib/workflow/state-groups'
import { newId } from '../database/ids'
import { anyOf, type Builder, float, statement } from '../database/statement'
import { rulesAt } from '../rule-set/in-force'
import type { EvaluatedTerm } from './evaluate-term'
import { creditableRecords, toRulesInput } from './rules-input'
import type { LedgerRecord, LedgerWrite, LedgerYear, PersonLedgers } from './types'

/** Years `y` as LedgerYears. */
export function ledgerYears(db: Builder) {
  return db
    .selectFrom('year as y')
    .select([
      'y.id',
      'y.year',
      'y.state',
      'y.version',
      'y.choice_id as choiceId',
      'y.region_code as regionCode',
      'y.employer_id as employerId',
      'y.met',
      'y.rule_set as ruleSet',
    ])
    .select((eb) => [float(eb.ref('y.total')).as('total'), float(eb.ref('y.professional')).as('professional')])
}

/** The person's paper hours, whatever their state. */
export function historicYears(db: Builder, personId: Expression<string>) {
  return db
    .selectFrom('historic_year as h')
    .select(['h.id', 'h.year', 'h.state'])
    .select((eb) => [float(eb.ref('h.total')).as('total'), float(eb.ref('h.professional')).as('professional')])
    .where('h.person_id', '=', personId)
    .orderBy('h.year')
}

const byPeople = statement('load-ledgers', (db, given: { personIds: readonly string[] }) =>
  db
    .selectFrom('person as p')
    .select(['p.id as personId', 'p.ledger_version as ledgerVersion', 'p.transferred_in_on as transferredInOn'])
    .select((eb) => [
      'p.transferred_from as transferredFrom',
      eb.selectFrom('rules_revision').select('revision').as('rulesRevision'),
      jsonArrayFrom(ledgerYears(db).where('y.person_id', '=', eb.ref('p.id'))).as('years'),
      jsonArrayFrom(historicYears(db, eb.ref('p.id'))).as('historic'),
      jsonArrayFrom(
        eb
          .selectFrom('term as t')
          .select(['t.id', 't.state', 't.version', 't.from_on as from', 't.to_on as to', 't.employer_id as employerId'])
          .select((e) => e.ref('t.result').$castTo<EvaluatedTerm>().as('standing'))
          .whereRef('t.person_id', '=', 'p.id')
          .where('t.state', 'in', statesIn('term', 'depends_on_years')),
      ).as('terms'),
      jsonArrayFrom(
        creditableRecords(db)
          .select((e) => e.ref('r.registered_at').$notNull().as('registeredAt'))
          .where('r.person_id', '=', eb.ref('p.id'))
          .where('r.state', 'in', statesIn('record', 'counts'))
          .orderBy('r.completed_on')
          .orderBy('r.id'),
      ).as('registered'),
    ])
    .where('p.id', '=', anyOf(given.personIds, 'uuid')),
)

/** One round trip, for one person or ten thousand. Registered records only: nothing else counts. */
export async function loadLedgers(personIds: readonly string[]): Promise<Map<string, PersonLedgers>> {
  const rows = await byPeople({ personIds })
  const rules = await rulesAt(rows[0]?.rulesRevision ?? 0)
  return new Map(rows.map(({ rulesRevision: _, ...row }) => [row.personId, { ...row, rules }]))
}

/** An achievement is credited once, ever: its home is the year in which it was registered first (M21.4). */
function homeYears(records: readonly LedgerRecord[]): Map<string, number> {
  const homes = new Map<string, { year: number; at: string }>()
  for (const { achievement, year, registeredAt, id } of records) {
    if (!achievement) continue
    const at = `${registeredAt} ${id}`
    const home = homes.get(achievement)
    if (!home || at < home.at) homes.set(achievement, { year, at })
  }
  return new Map([...homes].map(([achievement, { year }]) => [achievement, year]))
}

/**
 * The answer of the rules in force for one credit year of these records; a choice that no longer stands falls back to the highest. With
 * `standing`, a year that is certified: it stays under the version that it was certified with.
 */
export function evaluatePersonYear(
  person: Pick<PersonLedgers, 'transferredInOn' | 'transferredFrom' | 'rules'>,
  year: number,
  records: readonly RecordInput[],
  choice: string | null,
  standing?: Pick<LedgerYear, 'state' | 'ruleSet'>,
): YearResult {
  const input = yearCaseOf(person, year, records, choice)
  const kept = standing && isInGroup('year', standing.state, 'certified') ? ruleSetById(standing.ruleSet, person.rules.sets) : undefined
  const ruleSet = kept ?? ruleSetFor(year, person.rules.sets)
  return evaluateYear(withValidChoice(input, { ruleSet }), { ruleSet })
}

/** One credit year of a person as the rules take it. */
export function yearCaseOf(
  person: Pick<PersonLedgers, 'transferredInOn' | 'transferredFrom'>,
  year: number,
  records: readonly RecordInput[],
  choice: string | null,
): YearCase {
  const transferredIn = person.transferredInOn
    ? { date: plainDate(person.transferredInOn), ...(person.transferredFrom ? { from: person.transferredFrom } : {}) }
    : undefined
  return { kind: 'year', year, person: transferredIn ? { transferredIn } : {}, ...(choice === null ? {} : { choice }), records }
}

/** The records of one year as the rules take them, each achievement bound to its home year. */
export function yearInputs(records: readonly LedgerRecord[], year: number): RecordInput[] {
  const homes = homeYears(records)
  return records
    .filter((record) => record.year === year)
    .flatMap((record) => {
      const home = record.achievement ? homes.get(record.achievement) : undefined
      const creditedIn = record.creditedIn ?? (home !== undefined && home !== year ? home : null)
      return toRulesInput({ ...record, creditedIn }) ?? []
    })
}

export interface LedgerChange {
  /** Registered from now on, or changed while registered. */
  put?: readonly LedgerRecord[]
  /** No longer registered. */
  remove?: readonly string[]
  choice?: { year: number; recordId: string | null }
}

export interface RewrittenLedgers {
  writes: LedgerWrite[]
  /** The year rows as they were, for what follows from the new figures. */
  before: Map<number, LedgerYear>
}

/** The ledgers of one person after a change: of the year itself and of every year that shares an achievement with it. */
export function rewriteLedgers(person: PersonLedgers, change: LedgerChange): RewrittenLedgers {
  const gone = new Set([...(change.remove ?? []), ...(change.put ?? []).map((record) => record.id)])
  const touched = [...(change.put ?? []), ...person.registered.filter((record) => gone.has(record.id))]
  const registered = [...person.registered.filter((record) => !gone.has(record.id)), ...(change.put ?? [])]
  const achievements = new Set(touched.map((record) => record.achievement))
  const affected = new Set(touched.map((record) => record.year))
  for (const record of registered) if (record.achievement && achievements.has(record.achievement)) affected.add(record.year)
  if (change.choice) affected.add(change.choice.year)

  const before = new Map(person.years.map((year) => [year.year, year]))
  const writes = [...affected].map((year): LedgerWrite => {
    const row = before.get(year)
    const choice = change.choice?.year === year ? change.choice.recordId : (row?.choiceId ?? null)
    const result = evaluatePersonYear(person, year, yearInputs(registered, year), choice, row)
    return {
      id: row?.id ?? newId(),
      personId: person.personId,
      year,
      version: row?.version ?? 0,
      total: result.totals.total,
      professional: result.totals.professional,
      public: result.totals.public,
      met: result.met,
      ruleSet: result.ruleSet,
      result,
      choiceId: choice,
    }
  })
  return { writes, before }
}
