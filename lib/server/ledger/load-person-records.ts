import 'server-only'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { numberOf, rulingDay } from '@/lib/rules/lookup'
import type { YearResult } from '@/lib/rules/types'
import { statesIn } from '@/lib/workflow/state-groups'
import type { RecordState } from '@/lib/workflow/states'
import { type Builder, statement } from '../database/statement'
import { type Rules, ruleSetInForce, rulesAt } from '../rule-set/in-force'
import { evaluatePersonYear, ledgerYears, yearInputs } from './ledgers'
import { creditableRecords } from './rules-input'
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

/** A record that does not count yet, as the ledger would take it. */
export function creditableOf(
  record: Omit<LedgerRecord, 'registeredAt' | 'filingApprovedOn'> & { filing: { approvedOn: PlainDate | null } | null },
): LedgerRecord {
  const { id, year, category, option, subject, startedOn, completedOn, details, achievement, creditedIn } = record
  const filingApprovedOn = record.filing?.approvedOn ?? null
  return {
    id,
    year,
    category,
    option,
    subject,
    startedOn,
    completedOn,
    details,
    achievement,
    creditedIn,
    filingApprovedOn,
    registeredAt: NOT_YET,
  }
}

/** The person's row, for a statement of its own or a part of one. */
export function personRecords(db: Builder, personId: string) {
  return db
    .selectFrom('person as p')
    .select(['p.id as personId', 'p.ledger_version as ledgerVersion', 'p.transferred_in_on as transferredInOn'])
    .select((eb) => [
      'p.transferred_from as transferredFrom',
      eb.selectFrom('rules_revision').select('revision').as('rulesRevision'),
      jsonArrayFrom(ledgerYears(db).where('y.person_id', '=', eb.ref('p.id'))).as('years'),
      jsonArrayFrom(
        creditableRecords(db)
          .select((e) => [
            'r.title',
            'r.state',
            e.fn.coalesce(e.cast<string>('r.registered_at', 'text'), e.val(NOT_YET)).as('registeredAt'),
          ])
          .where('r.person_id', '=', eb.ref('p.id'))
          .where('r.state', 'in', [...statesIn('record', 'counts'), ...statesIn('record', 'pending')])
          .orderBy('r.completed_on')
          .orderBy('r.id'),
      ).as('records'),
    ])
    .where('p.id', '=', personId)
}

const byPerson = statement('load-person-records', (db, given: { personId: string }) => personRecords(db, given.personId))
type Row = Awaited<ReturnType<typeof byPerson>>[number]

/** One round trip. */
export async function loadPersonRecords(personId: string): Promise<PersonRecords | null> {
  const [row] = await byPerson({ personId })
  return row ? withRules(row) : null
}

export async function withRules({ rulesRevision, ...person }: Row): Promise<PersonRecords> {
  return { ...person, rules: await rulesAt(rulesRevision ?? 0) }
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
