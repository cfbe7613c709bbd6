import type { RecordPath } from '@/lib/access/types'
import { inCharge } from './actor-rules'
import { isInGroup } from './state-groups'
import type { Machine, StateOf } from './states'

export type Assignee = 'self' | 'employer' | 'provider' | 'bureau' | 'authority' | 'public' | 'objector' | null

type Hands = 'in_charge' | Assignee
const ASSIGNEES: { readonly [M in Machine]: { readonly [S in StateOf<M>]: Hands } } = {
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
 * Whom it waits for; null where nobody has to act. What depends on the path (record, objection, batch) is asked with it.
 * A publicized record waits for the public until its period ends, then for whoever confirms it: pass `periodOver`.
 */
export function assigneeOf<M extends Machine>(
  machine: M,
  state: StateOf<M>,
  path?: RecordPath | null,
  at: { inBureauHands?: boolean; periodOver?: boolean; authorityRequired?: boolean } = {},
): Assignee {
  const waits: Readonly<Record<string, Hands>> = ASSIGNEES[machine]
  const hands = waits[state] ?? null
  if (hands === 'public' && at.periodOver) return inCharge({ path, inBureauHands: at.inBureauHands })
  if (hands === 'in_charge') return inCharge({ path, inBureauHands: at.inBureauHands })
  const reviewed = machine === 'year' || machine === 'term'
  return reviewed && at.authorityRequired && isInGroup('year', state as StateOf<'year'>, 'authority_review') ? 'authority' : hands
}
