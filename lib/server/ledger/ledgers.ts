import 'server-only'
import { plainDate } from '@/lib/calendar/plain-date'
import { evaluateYear, withValidChoice } from '@/lib/rules/evaluate-year'
import { ruleSetById, ruleSetFor } from '@/lib/rules/rule-sets'
import type { RecordInput, YearCase, YearResult } from '@/lib/rules/types'
import { isInGroup, statesIn } from '@/lib/workflow/state-groups'
import { pool } from '../database/db'
import { newId } from '../database/ids'
import { rulesAt } from '../rule-set/in-force'
import { CREDITABLE_SQL, toRulesInput } from './rules-input'
import type { LedgerRecord, LedgerWrite, LedgerYear, PersonLedgers } from './types'

/** A `year` row y as JSON. */
export const LEDGER_YEAR_SQL = `json_build_object('id', y.id, 'year', y.year, 'state', y.state, 'version', y.version, 'choiceId', y.choice_id,
          'regionCode', y.region_code, 'employerId', y.employer_id, 'met', y.met, 'ruleSet', y.rule_set, 'total', y.total, 'professional', y.professional)`

/** The paper hours of person p, whatever their state, as a JSON list. */
export const HISTORIC_SQL = `coalesce((SELECT json_agg(json_build_object('id', h.id, 'year', h.year, 'state', h.state, 'total', h.total,
          'professional', h.professional) ORDER BY h.year) FROM historic_year h WHERE h.person_id = p.id), '[]')`

/** One round trip, for one person or ten thousand. Registered records only: nothing else counts. */
export async function loadLedgers(personIds: readonly string[]): Promise<Map<string, PersonLedgers>> {
  const { rows } = await pool.query<Omit<PersonLedgers, 'rules'> & { rulesRevision: number }>({
    name: 'load-ledgers',
    text: `SELECT p.id AS "personId", p.ledger_version AS "ledgerVersion", p.transferred_in_on::text AS "transferredInOn",
        p.transferred_from AS "transferredFrom", (SELECT revision FROM rules_revision) AS "rulesRevision",
        coalesce((SELECT json_agg(${LEDGER_YEAR_SQL}) FROM year y WHERE y.person_id = p.id), '[]') AS years,
        ${HISTORIC_SQL} AS historic,
        coalesce((SELECT json_agg(json_build_object('id', t.id, 'state', t.state, 'version', t.version, 'from', t.from_on, 'to', t.to_on, 'employerId', t.employer_id,
          'standing', t.result)) FROM term t WHERE t.person_id = p.id AND t.state::text = ANY($2)), '[]') AS terms,
        coalesce((SELECT json_agg(json_build_object(${CREDITABLE_SQL}, 'registeredAt', r.registered_at) ORDER BY r.completed_on, r.id)
          FROM hour_record r LEFT JOIN filing f ON f.id = r.filing_id WHERE r.person_id = p.id AND r.state = 'registered'), '[]') AS registered
      FROM person p WHERE p.id = ANY($1::uuid[])`,
    values: [personIds, statesIn('term', 'depends_on_years')],
  })
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
