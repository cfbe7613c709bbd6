import { ADMIN } from './administrator'
import { BUREAU } from './bureau'
import { EMPLOYER } from './employer'
import { FILING_OFFICES } from './filing-offices'
import { FILINGS } from './filings'
import { PRACTITIONER } from './practitioner'
import { PUBLIC } from './public'
import { BOARD } from './publicity'
import { REVIEW } from './review'
import { ROSTERS } from './rosters'
import { RULES } from './rule-sets'
import type { Visit } from './visit'
import { WIZARD } from './wizard'

export const VISITS: readonly Visit[] = [
  ...PUBLIC,
  ...BOARD,
  ...PRACTITIONER,
  ...WIZARD,
  ...EMPLOYER,
  ...BUREAU,
  ...REVIEW,
  ...FILINGS,
  ...FILING_OFFICES,
  ...ADMIN,
  ...RULES,
  ...ROSTERS,
]
