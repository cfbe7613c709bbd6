import 'server-only'
import { numberOf, rulingDay } from '@/lib/rules/lookup'
import type { YearResult } from '@/lib/rules/types'
import { statesIn } from '@/lib/workflow/state-groups'
import type { RecordState } from '@/lib/workflow/states'
import { pool } from '../database/db'
import { type Rules, ruleSetInForce, rulesAt } from '../rule-set/in-force'
import { evaluatePersonYear, LEDGER_YEAR_SQL, yearInputs } from './ledgers'
import { CREDITABLE_SQL } from './rules-input'
import type { LedgerRecord, LedgerYear } from './types'

export interface WaitingRecord extends LedgerRecord {
  title: string
  state: RecordState
}

/** A person's records that count or may come to count, of all years: an achievement has its home in one of them. */
export interface PersonRecords {
  personId: string
  ledgerVersion: number
  transferredInOn: string | null
  transferredFrom: string | null
  rules: Rules
  years: LedgerYear[]
  records: WaitingRecord[]
}

/** After everything registered: what only waits never takes an achievement's home from what counts. */
const NOT_YET = '9999'

export type PersonRecordsRow = Omit<PersonRecords, 'rules'> & { rulesRevision: number }

/** The statement of a person's records, with the parameters that hold the person and `STATES_OF_RECORDS`. */
export function personRecordsSql(person: string, states: string): string {
  return `SELECT p.id AS "personId", p.ledger_version AS "ledgerVersion", p.transferred_in_on::text AS "transferredInOn", p.transferred_from AS "transferredFrom",
      (SELECT revision FROM rules_revision) AS "rulesRevision",
      coalesce((SELECT json_agg(${LEDGER_YEAR_SQL}) FROM year y WHERE y.person_id = p.id), '[]') AS years,
      coalesce((SELECT json_agg(json_build_object(${CREDITABLE_SQL}, 'title', r.title, 'state', r.state, 'registeredAt', coalesce(r.registered_at::text, '${NOT_YET}'))
        ORDER BY r.completed_on, r.id) FROM hour_record r LEFT JOIN filing f ON f.id = r.filing_id
        WHERE r.person_id = p.id AND r.state::text = ANY(${states})), '[]') AS records
    FROM person p WHERE p.id = ${person}`
}

/** The states of what counts or may come to count. */
export const STATES_OF_RECORDS: string[] = [...statesIn('record', 'counts'), ...statesIn('record', 'pending')]

/** One round trip. */
export async function loadPersonRecords(personId: string): Promise<PersonRecords | null> {
  const { rows } = await pool.query<PersonRecordsRow>({
    name: 'load-person-records',
    text: personRecordsSql('$1', '$2'),
    values: [personId, STATES_OF_RECORDS],
  })
  return rows[0] ? toPersonRecords(rows[0]) : null
}

export async function toPersonRecords({ rulesRevision, ...person }: PersonRecordsRow): Promise<PersonRecords> {
  return { ...person, rules: await rulesAt(rulesRevision) }
}

/** The year as it would stand with these records; the person's choice holds where it names one of them. */
export function evaluateRecords(person: PersonRecords, year: number, records: readonly LedgerRecord[]): YearResult {
  const standing = person.years.find((row) => row.year === year)
  return evaluatePersonYear(person, year, yearInputs(records, year), standing?.choiceId ?? null, standing)
}

/** What a credit year asks for. */
export function minimumsOf(year: number): { total: number; professional: number } {
  const ruleSet = ruleSetInForce(year)
  const on = rulingDay(year)
  return { total: numberOf(ruleSet, 'minimum.total', on), professional: numberOf(ruleSet, 'minimum.professional', on) }
}
