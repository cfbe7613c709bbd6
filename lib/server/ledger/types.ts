import 'server-only'
import type { PlainDate } from '@/lib/calendar/plain-date'
import type { YearState } from '@/lib/workflow/states'
import type { Rules } from '../rule-set/in-force'
import type { EvaluatedTerm, HistoricFigures } from './evaluate-term'
import type { CreditableRecord } from './rules-input'

/** A year's ledger as it will be: `version` 0 makes the row. */
export interface LedgerWrite {
  id: string
  personId: string
  year: number
  version: number
  total: number
  professional: number
  public: number
  met: boolean
  ruleSet: string
  result: unknown
  /** The option the person chose; null: the highest. */
  choiceId: string | null
}

/** A record as a change of its registration needs it. */
export interface RegisteredRecord extends Omit<CreditableRecord, 'filingApprovedOn'> {
  personId: string
  registeredAt: Date | null
  filing: { approvedOn: PlainDate | null } | null
}

export interface LedgerRecord extends CreditableRecord {
  registeredAt: string
}

export interface LedgerYear {
  id: string
  year: number
  state: YearState
  version: number
  choiceId: string | null
  regionCode: string | null
  employerId: string | null
  met: boolean
  /** The rule set that it was computed by. */
  ruleSet: string
  total: number
  professional: number
}

/** A term that is under way or certified: what its years hold matters to it. */
export interface LedgerTerm {
  id: string
  state: YearState
  version: number
  from: string
  to: string
  employerId: string | null
  standing: EvaluatedTerm
}

/** All that one person's ledgers are made of. */
export interface PersonLedgers {
  personId: string
  ledgerVersion: number
  transferredInOn: string | null
  transferredFrom: string | null
  rules: Rules
  years: LedgerYear[]
  registered: LedgerRecord[]
  historic: HistoricFigures[]
  terms: LedgerTerm[]
}
