import type { Machine } from '../states'
import type { Transition } from '../transition'
import { BATCH_TABLE } from './batch'
import { CASE_TABLE } from './case'
import { CERTIFICATE_TABLE } from './certificate'
import { FILING_TABLE } from './filing'
import { HISTORIC_TABLE } from './historic'
import { OBJECTION_TABLE } from './objection'
import { RECORD_TABLE } from './record'
import { ROSTER_TABLE } from './roster'
import { RULE_SET_TABLE } from './rule-set'
import { TERM_TABLE, YEAR_TABLE } from './year'

const TABLES: { readonly [M in Machine]: readonly Transition<M>[] } = {
  record: RECORD_TABLE,
  batch: BATCH_TABLE,
  objection: OBJECTION_TABLE,
  filing: FILING_TABLE,
  year: YEAR_TABLE,
  term: TERM_TABLE,
  certificate: CERTIFICATE_TABLE,
  case: CASE_TABLE,
  rule_set: RULE_SET_TABLE,
  roster: ROSTER_TABLE,
  historic: HISTORIC_TABLE,
}

/** The transitions of one machine. */
export function tableOf<M extends Machine>(machine: M): readonly Transition<M>[] {
  return TABLES[machine]
}
