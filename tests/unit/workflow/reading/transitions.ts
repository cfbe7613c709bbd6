/**
 * A second reading of what may happen to each thing, written from product.md ("A record", "A year, and a term", "A filing") and
 * regulation.md. It imports nothing of the product. Where those pages are silent (who is told, what must hold besides) it states the
 * product's own decision a second time, so that neither is changed by accident.
 *
 * A line: from, … (- : nothing there yet) | event, ? which of several | to | who | what must hold | who is told and what is done | what is stored | working days until | clause
 *
 * Who is told: person, creator (the office that entered it), employer, filer, objector (by mail). What is done: ledger, recompute,
 * certificate issued, certificate revoked, certificate superseded. Days: `15` from today, `15 waiting` from the day since which it waits,
 * `5 bureau` only where it is in the bureau's hands, `period` the last day of the publicity. `after 10 waiting`: not before so many
 * working days; `within 15 decided`: not later.
 */
export interface ReadRow {
  from: string
  event: string
  when: string[]
  to: string
  who: string[]
  holds: string[]
  follows: string[]
  stored: string[]
  until: string
  clause: string
}

const RECORD = `
-                                   | create                | draft      | person employer provider bureau | -                                                                    | person                           | -                    | -          | N4
-                                   | import                | accepted   | employer        | not_self fields year_chosen employer_path                                            | person                           | path                 | -          | M16
-                                   | arrive                | registered | system          | -                                                                                    | ledger, person                   | -                    | -          | M12.y
draft, returned                     | submit                | submitted  | person creator  | evidence fields year_chosen path_known                                               | -                                | path                 | 5 bureau   | M15
submitted, accepted                 | return                | returned   | in_charge       | not_self reason                                                                      | person, creator                  | -                    | -          | -
submitted                           | accept                | accepted   | in_charge       | not_self not_own_entry_of_bureau employer_path                                       | person                           | -                    | 5 bureau   | M14.1
accepted                            | publicize             | publicized | in_charge       | not_self employer_path period_in_full                                                | person                           | -                    | period     | M14.1
publicized                          | take_out              | accepted   | in_charge       | not_self reason                                                                      | person                           | -                    | 5 bureau   | M14.1
publicized                          | object ? not_on_appeal | objected  | anyone          | reason contact_confirmed period_running                                              | person, employer                 | -                    | 15         | M14.1
objected                            | object ? not_on_appeal | objected  | anyone          | reason contact_confirmed period_running                                              | person, employer                 | -                    | 15 waiting | M14.1
publicized, objected                | object ? on_appeal    | objected   | anyone          | reason contact_confirmed                                                             | person                           | -                    | 15         | M14.1
objected                            | dismiss ? no_others_open | publicized | finder       | not_self not_own_entry not_own_decision finding period_known                         | person                           | -                    | period     | M14.1
objected                            | dismiss ? others_open | objected   | finder          | not_self not_own_entry not_own_decision finding                                      | person                           | -                    | 15 waiting | M14.1
objected                            | uphold                | rejected   | finder          | not_self not_own_entry not_own_decision finding                                      | person, creator                  | decision             | 15         | M14.1
publicized                          | confirm               | registered | in_charge       | not_self not_own_entry_of_bureau period_over none_open                               | ledger, person                   | -                    | -          | M14.1
submitted                           | verify                | registered | in_charge       | not_self not_own_entry bureau_path                                                   | ledger, person                   | -                    | -          | M14.2
submitted                           | escalate              | submitted  | person          | after 10 waiting, employer_path not_in_bureau_hands                                  | employer                         | bureau_hands         | 5 bureau   | -
accepted                            | escalate              | accepted   | person          | after 10 waiting, employer_path not_in_bureau_hands                                  | employer                         | bureau_hands         | 5 bureau   | -
publicized                          | escalate              | publicized | person          | after 10 period, employer_path not_in_bureau_hands period_over                       | employer                         | bureau_hands         | 5 bureau   | -
submitted                           | reject                | rejected   | in_charge       | not_self reason                                                                      | person, creator                  | decision             | 15         | -
rejected, revoked                   | appeal                | appealed   | person          | within 15 decided, reason appeal_once level_above_exists                             | -                                | appeal               | 15         | -
appealed                            | allow ? from_rejected | submitted  | level_above     | not_self not_own_decision finding                                                    | person, employer                 | bureau_path          | 5          | -
appealed                            | allow ? from_revoked  | registered | level_above     | not_self not_own_decision finding                                                    | ledger, person                   | -                    | -          | -
appealed                            | refuse                | refused    | level_above     | not_self not_own_decision finding                                                    | person                           | -                    | -          | -
draft, submitted, returned, accepted | withdraw             | withdrawn  | person          | -                                                                                    | creator                          | -                    | -          | -
draft, submitted, returned, accepted, publicized | disown   | withdrawn  | person          | created_by_other                                                                     | creator                          | -                    | -          | -
draft                               | take_back             | withdrawn  | provider employer | reason created_by_other                                                            | person                           | -                    | -          | -
registered                          | reopen                | returned   | bureau          | not_self reason year_not_certified                                                   | ledger, person, creator          | -                    | -          | -
registered                          | correct               | registered | bureau          | not_self reason                                                                      | ledger, certificate superseded, person, employer | -    | -          | M20
registered                          | revoke                | revoked    | bureau          | not_self reason finding                                                              | ledger, certificate revoked, person, employer | decision appeal_again | 15 | M20`

const BATCH = `
-     | create  | draft     | in_charge | -                                   | - | - | -      | M14.1
draft | open    | open      | in_charge | records_in_batch period_long_enough | - | - | period | M14.1
open  | confirm | confirmed | in_charge | period_over                         | - | - | -      | M14.1
draft | cancel  | cancelled | in_charge | -                                   | - | - | -      | M14.1
open  | cancel  | cancelled | in_charge | reason none_open                    | - | - | -      | M14.1`

const OBJECTION = `
-           | raise ? contact_new   | unconfirmed | anyone      | reason contact period_running                          | objector                   | - | -  | M14.1
-           | raise ? contact_known | open        | anyone      | reason contact period_running                          | employer, person           | - | 15 | M14.1
unconfirmed | confirm_contact       | open        | objector    | period_running                                         | employer, person           | - | 15 | M14.1
open        | dismiss               | dismissed   | finder      | not_self not_own_entry finding                         | objector, person           | - | 15 | M14.1
open        | uphold                | upheld      | finder      | not_self not_own_entry finding                         | objector, person           | - | 15 | M14.1
dismissed   | appeal                | appealed    | objector    | within 15 decided, reason appeal_once level_above_exists | person                   | - | 15 | -
upheld      | appeal                | appealed    | person      | within 15 decided, reason appeal_once level_above_exists | objector                 | - | 15 | -
appealed    | allow                 | final       | level_above | not_self not_own_entry not_own_decision finding        | objector, person, employer | - | -  | -
appealed    | refuse                | final       | level_above | not_self not_own_entry not_own_decision finding        | objector, person, employer | - | -  | -`

const FILING = `
-                            | create             | draft                 | person provider employer bureau  | -                                        | -     | - | - | N3.2
draft, returned              | enter ? outside    | submitted             | person provider employer creator | outside_number fields evidence           | -     | - | - | N3.2
draft, returned              | submit ? inside    | submitted             | provider employer creator        | fields evidence not_over                 | -     | - | - | N3.2
submitted                    | approve ? inside by_bureau    | approved_by_bureau    | bureau                | not_own_entry not_over                   | filer | - | - | N3.2
submitted                    | approve ? inside by_authority | approved_by_authority | authority             | not_own_entry not_over                   | filer | - | - | N3.2
approved_by_authority        | approve            | filed                 | bureau                           | not_own_entry not_over                   | filer | - | - | N3.2
approved_by_bureau           | approve            | filed                 | authority                        | not_own_entry not_over                   | filer | - | - | N3.2
submitted                    | verify ? outside   | filed                 | bureau                           | not_own_entry outside_number             | filer | - | - | N3.2
submitted, approved_by_bureau, approved_by_authority | return | returned  | bureau authority                 | not_own_entry reason                     | filer | - | - | N3.2
submitted, approved_by_bureau, approved_by_authority | refuse | refused   | bureau authority                 | not_own_entry reason                     | filer | - | - | N3.2
filed                        | amend ? inside     | amended               | provider employer creator        | reason fields evidence before_first_day none_linked | - | - | - | N3.2
amended                      | approve ? by_bureau    | change_approved_by_bureau    | bureau                | not_own_entry before_first_day           | filer | - | - | N3.2
amended                      | approve ? by_authority | change_approved_by_authority | authority             | not_own_entry before_first_day           | filer | - | - | N3.2
change_approved_by_authority | approve            | filed                 | bureau                           | not_own_entry before_first_day           | filer | - | - | N3.2
change_approved_by_bureau    | approve            | filed                 | authority                        | not_own_entry before_first_day           | filer | - | - | N3.2
amended, change_approved_by_bureau, change_approved_by_authority | return   | filed | bureau authority     | not_own_entry reason                     | filer | - | - | N3.2
amended, change_approved_by_bureau, change_approved_by_authority | refuse   | filed | bureau authority     | not_own_entry reason                     | filer | - | - | N3.2
amended, change_approved_by_bureau, change_approved_by_authority | withdraw | filed | provider employer creator | -                                  | -     | - | - | N3.2
draft                        | cancel             | cancelled             | person provider employer creator | -                                        | -     | - | - | N3.2
submitted, returned, approved_by_bureau, approved_by_authority | cancel | cancelled | person provider employer creator | -                          | -     | - | - | N3.2
filed, amended, change_approved_by_bureau, change_approved_by_authority | cancel | cancelled | provider employer creator | reason none_linked       | -     | - | - | N3.2
filed                        | hold ? inside      | held                  | provider employer creator        | last_day_reached                         | -     | - | - | N3.2`

/** What a year and a term have in common. */
const CERTIFIED = `
-                             | create           | open               | system person employer bureau | -                                                        | -                                       | -           | - | YEAR
open, returned                | request          | requested          | person employer               | REQUEST                                                  | person                                  | -           | - | CERTIFY
requested                     | authority_review | authority_reviewed | authority                     | not_self authority_needed met                            | -                                       | -           | - | AUTHORITY
requested                     | certify          | certified          | bureau                        | not_self met authority_not_needed provisional_confirmed  | certificate issued, person, employer    | -           | - | CERTIFY
authority_reviewed            | certify          | certified          | bureau                        | not_self met provisional_confirmed                       | certificate issued, person, employer    | -           | - | CERTIFY
requested, authority_reviewed | return           | returned           | bureau authority              | not_self reason                                          | person, employer                        | -           | - | CERTIFY
requested, authority_reviewed | withdraw         | open               | person creator                | -                                                        | -                                       | end_request | - | CERTIFY
requested, authority_reviewed | drop             | open               | system                        | fell_below                                               | person                                  | end_request | - | CERTIFY
certified                     | revoke           | revoked            | bureau system                 | not_self reason                                          | certificate revoked, person, employer   | -           | - | REVOKE
revoked                       | reopen           | open               | person bureau system          | -                                                        | -                                       | end_request | - | REOPEN`

const YEAR = CERTIFIED.replace('YEAR', 'N3.1')
  .replace('REQUEST', 'met')
  .replaceAll('CERTIFY', 'N6.5')
  .replace('AUTHORITY', 'N6.1')
  .replace('REVOKE', 'M20')
  .replace('REOPEN', '-')

const TERM = `${CERTIFIED.replace('REQUEST', 'met term_over').replaceAll(/YEAR|CERTIFY|AUTHORITY|REVOKE|REOPEN/g, 'N8.1')}
certified | recount | certified | system | reason met | certificate superseded | - | - | N8.1`

const CERTIFICATE = `
-     | issue     | valid      | bureau system | not_self ledgers_current | person | - | - | M17
valid | supersede | superseded | bureau system | reason                   | person | - | - | M20
valid | revoke    | revoked    | bureau system | reason                   | -      | - | - | M20`

const CASE = `
-              | raise                   | open     | person                   | reason                   | -      | - | 15 | -
open           | answer ? about_training | answered | bureau provider employer | not_self finding outcome | person | - | -  | -
open           | answer ? about_record   | answered | bureau                   | not_self finding outcome | person | - | -  | -
open, answered | close                   | closed   | person bureau system     | -                        | -      | - | -  | -`

const RULE_SET = `
-     | create  | draft     | administrator | -                   | -         | - | - | -
draft | edit    | draft     | administrator | -                   | -         | - | - | -
draft | publish | published | administrator | not_own_entry sound | recompute | - | - | -
draft | discard | discarded | administrator | -                   | -         | - | - | -`

const ROSTER = `
-         | create    | draft      | provider employer bureau | training_filed last_day_reached                          | - | - | - | N3.2
draft     | confirm   | confirmed  | provider employer bureau | training_filed last_day_reached rows_present rows_clean | - | - | - | N3.2
draft     | discard   | discarded  | provider employer        | -                                                        | - | - | - | -
confirmed | take_back | taken_back | provider employer        | reason                                                   | - | - | - | -`

const HISTORIC = `
-                        | create   | draft     | person | -               | -      | - | - | N6.0
draft, returned          | submit   | entered   | person | evidence        | -      | - | - | N6.0
entered                  | verify   | verified  | bureau | not_self        | person | - | - | N6.0
entered                  | return   | returned  | bureau | not_self reason | person | - | - | N6.0
draft, entered, returned | withdraw | withdrawn | person | -               | -      | - | - | -
withdrawn                | reopen   | draft     | person | -               | -      | - | - | -
verified                 | revoke   | returned  | bureau | not_self reason | person | - | - | M20`

const TEXTS: Readonly<Record<string, string>> = {
  record: RECORD,
  batch: BATCH,
  objection: OBJECTION,
  filing: FILING,
  year: YEAR,
  term: TERM,
  certificate: CERTIFICATE,
  case: CASE,
  rule_set: RULE_SET,
  roster: ROSTER,
  historic: HISTORIC,
}

export const READ_MACHINES = Object.keys(TEXTS)

/** Every transition of the machine as read, one row for each state that it may start from. */
export function readTransitions(machine: string): ReadRow[] {
  return (TEXTS[machine] ?? '')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const cells = line.split('|').map((cell) => cell.trim())
      if (cells.length !== 9) throw new Error(`${machine}: not nine cells: ${line}`)
      const [from = '', what = '', to = '', who = '', holds = '', follows = '', stored = '', until = '', clause = ''] = cells
      const [event = '', when = ''] = what.split('?').map((part) => part.trim())
      return from.split(',').map((state) => ({
        from: state.trim(),
        event,
        when: list(when, ' '),
        to,
        who: list(who, ' '),
        holds: conditions(holds),
        follows: list(follows, ','),
        stored: list(stored, ' '),
        until,
        clause,
      }))
    })
}

/** A dash or nothing: none. */
function list(cell: string, separator: string): string[] {
  return cell === '-' || cell === '' ? [] : cell.split(separator).map((word) => word.trim())
}

/** `after 10 waiting, reason met`: a limit in days before the comma, single words after it. */
function conditions(cell: string): string[] {
  const [first = '', rest] = cell.split(',').map((part) => part.trim())
  return rest === undefined ? list(first, ' ') : [first, ...list(rest, ' ')]
}
