/**
 * A second reading of what is asked of states (queues, boards, what counts), turned round: state by state, the groups that it is in.
 * It imports nothing of the product.
 */
const GROUPS: Readonly<Record<string, string>> = {
  record: `
    draft:      editable draft live
    submitted:  review bureau_queue verification pending escalatable live
    returned:   editable returned live
    accepted:   awaiting_publicity bureau_queue pending escalatable live
    publicized: bureau_queue publicity_board awaiting_confirmation pending escalatable live
    objected:   bureau_queue publicity_board awaiting_finding pending live
    registered: counts live
    rejected:   appealable lost decided_against
    appealed:   awaiting_appeal_decision pending live
    refused:    lost decided_against
    withdrawn:  lost withdrawn
    revoked:    appealable lost decided_against`,
  batch: `
    draft:     being_made
    open:      public
    confirmed: done confirmed
    cancelled: done`,
  objection: `
    unconfirmed: awaiting_contact
    open:        blocking awaiting_finding
    dismissed:   decided
    upheld:      upheld decided
    appealed:    blocking
    final:       decided`,
  filing: `
    draft:                        editable draft
    submitted:                    bureau_queue authority_queue waiting
    approved_by_bureau:           authority_queue waiting
    approved_by_authority:        bureau_queue waiting
    filed:                        register listed to_come changeable roster
    returned:                     editable came_back
    refused:                      refused
    amended:                      bureau_queue authority_queue waiting register listed to_come changing roster
    change_approved_by_bureau:    authority_queue waiting register listed to_come changing roster
    change_approved_by_authority: bureau_queue waiting register listed to_come changing roster
    cancelled:                    listed cancelled
    held:                         register listed held roster`,
  year: `
    open:               requestable
    requested:          certification authority_review option_locked
    authority_reviewed: certification authority_reviewed option_locked
    certified:          certified option_locked
    revoked:            revoked
    returned:           requestable returned`,
  term: `
    open:               requestable under_way
    requested:          certification authority_review option_locked depends_on_years
    authority_reviewed: certification authority_reviewed option_locked depends_on_years
    certified:          certified option_locked depends_on_years
    revoked:            revoked
    returned:           requestable returned under_way`,
  certificate: `
    valid:      valid
    superseded: superseded
    revoked:    revoked`,
  rule_set: `
    draft:     editable
    published: in_force
    discarded: discarded`,
  case: `
    open:     awaiting_answer waiting
    answered: awaiting_person waiting
    closed:`,
  roster: `
    draft:      being_made
    confirmed:  confirmed past
    discarded:
    taken_back: taken_back past`,
  historic: `
    draft:     editable live
    entered:   verification live handed_in
    verified:  counts live handed_in
    returned:  editable returned live handed_in
    withdrawn: withdrawn`,
}

/** By state, the groups that it is in. */
export function readGroups(machine: string): Map<string, string[]> {
  return new Map(
    (GROUPS[machine] ?? '')
      .trim()
      .split('\n')
      .map((line) => {
        const [state = '', groups = ''] = line.split(':').map((part) => part.trim())
        return [state, groups === '' ? [] : groups.split(/\s+/)]
      }),
  )
}
