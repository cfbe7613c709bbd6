import type { RecordPath } from '@/lib/access/types'
import { inCharge } from './actor-rules'
import { isInGroup } from './state-groups'
import type { Machine, StateOf } from './states'

/** Who has to act next: the person (self), an organisation, the public until the period ends, or nobody (null). */
export type Assignee = 'self' | 'employer' | 'provider' | 'bureau' | 'authority' | 'public' | 'objector' | null

/** in_charge: the employer or the bureau, depending on the record's path. */
type AssigneeRule = 'in_charge' | Assignee
const ASSIGNEES: { readonly [M in Machine]: { readonly [S in StateOf<M>]: AssigneeRule } } = {
  record: {
    draft: 'self',
    submitted: 'in_charge',
    returned: 'self',
    accepted: 'in_charge',
    publicized: 'public',
    objected: 'in_charge',
    registered: null,
    rejected: null,
    appealed: 'bureau',
    refused: null,
    withdrawn: null,
    revoked: null,
  },
  batch: { draft: 'in_charge', open: 'public', confirmed: null, cancelled: null },
  objection: { unconfirmed: 'objector', open: 'in_charge', dismissed: null, upheld: null, appealed: 'bureau', final: null },
  filing: {
    draft: 'provider',
    submitted: 'bureau',
    approved_by_bureau: 'authority',
    approved_by_authority: 'bureau',
    filed: 'provider',
    returned: 'provider',
    refused: null,
    amended: 'bureau',
    change_approved_by_bureau: 'authority',
    change_approved_by_authority: 'bureau',
    cancelled: null,
    held: null,
  },
  year: { open: 'self', requested: 'bureau', authority_reviewed: 'bureau', certified: null, revoked: 'self', returned: 'self' },
  term: { open: 'self', requested: 'bureau', authority_reviewed: 'bureau', certified: null, revoked: 'self', returned: 'self' },
  certificate: { valid: null, superseded: null, revoked: null },
  case: { open: 'bureau', answered: 'self', closed: null },
  rule_set: { draft: null, published: null, discarded: null },
  roster: { draft: 'provider', confirmed: null, discarded: null, taken_back: null },
  historic: { draft: 'self', entered: 'bureau', verified: null, returned: 'self', withdrawn: 'self' },
}

/**
 * Who has to act on a thing in this state; null where nobody has to. For records, objections and batches the answer depends on `path` and
 * `inBureauHands`; for requested years and terms on `authorityRequired`. A publicized record waits for the public until its period ends and
 * then for its confirmation: pass `periodOver`.
 */
export function assigneeOf<M extends Machine>(
  machine: M,
  state: StateOf<M>,
  path?: RecordPath | null,
  at: { inBureauHands?: boolean; periodOver?: boolean; authorityRequired?: boolean } = {},
): Assignee {
  const rules: Readonly<Record<string, AssigneeRule>> = ASSIGNEES[machine]
  const rule = rules[state] ?? null
  if (rule === 'public' && at.periodOver) return inCharge({ path, inBureauHands: at.inBureauHands })
  if (rule === 'in_charge') return inCharge({ path, inBureauHands: at.inBureauHands })
  const isYearOrTerm = machine === 'year' || machine === 'term'
  return isYearOrTerm && at.authorityRequired && isInGroup('year', state as StateOf<'year'>, 'authority_review') ? 'authority' : rule
}
