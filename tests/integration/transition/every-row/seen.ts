import type { Outcome } from './declared'
import { eventLine } from './declared'
import type { Thing } from './things'
import type { Walk } from './walks'
import type { World } from './world'
import type { Change, Row } from './written'

const TABLES: Readonly<Record<string, string>> = {
  record: 'hour_record',
  batch: 'publicity_batch',
  objection: 'objection',
  filing: 'filing',
  year: 'year',
  term: 'term',
  certificate: 'certificate',
  case: 'case_file',
  rule_set: 'rule_set_version',
  roster: 'roster',
  historic: 'historic_year',
}
/** What a rewritten ledger, and the revocation that may go with it, change of a year. */
const OF_A_LEDGER =
  'state version changed_at total professional public met rule_set result choice_id due_on due_provisional certified_at'.split(' ')

type Lists = Pick<Outcome, 'events' | 'told' | 'mails' | 'ledgers' | 'certificates'>

/** A change of one table in the words in which a row declares it; nothing where no row declares such a one. */
const WORDS: Readonly<Record<string, (change: Change, at: Seen) => Partial<Lists>>> = {
  event: ({ after }) => ({
    events: [eventLine(`${after['stream']}`, `${after['event']}`, after['from_state'] as string | null, `${after['to_state']}`)],
  }),
  notification: ({ after }, { names }) => {
    const { machine } = after['data'] as Row
    return { told: [`${names.get(`${after['person_id'] ?? after['organization_id']}`) ?? 'somebody else'} ${machine} ${after['kind']}`] }
  },
  outbox: ({ after }) => ({ mails: [`${after['kind'] === 'mail' ? (after['payload'] as Row)['template'] : after['kind']}`] }),
  year: (change) =>
    changedColumns(change).every((name) => OF_A_LEDGER.includes(name))
      ? { ledgers: [`${change.after['year']} ${change.after['state']}: ${change.after['total']} hours`] }
      : {},
  person: (change) => (changedColumns(change).join() === 'ledger_version' ? { ledgers: ['the version of the ledgers'] } : {}),
  certificate: (change, { thing, changes }) => ({ certificates: [certificateLine(change, thing, changes)] }),
}

interface Seen {
  thing: string
  changes: readonly Change[]
  names: ReadonlyMap<string, string>
}

/** The changes that an act made, in the words in which a row declares them; of the thing these columns, and whichever else are not as they were. */
export function seen(
  changes: readonly Change[],
  columns: readonly string[],
  { machine }: Walk,
  { id, person, step }: Thing,
  world: World,
): Outcome {
  const outcome: Outcome = { thing: {}, events: [], told: [], mails: [], ledgers: [], certificates: [], jobs: 0, besides: [], due: null }
  const offices = [
    [world.employer, 'employer'],
    [world.creator, 'creator'],
    [world.filer, 'filer'],
  ] as const
  const at: Seen = { thing: id, changes, names: new Map([[person.personId, 'person'], ...offices]) }
  const given = 'row' in step ? step.row : ((step as { set?: Row }).set ?? {})
  for (const change of changes) {
    const { table, before, after } = change
    const isThing = table === TABLES[machine] && after['id'] === id
    if (isThing) {
      const others = before === null ? filledColumns(after) : changedColumns(change)
      outcome.thing = pick(after, [...columns, ...others.filter((name) => !(name in given))])
    }
    if (table === 'event' && after['stream_id'] === id) outcome.due = (after['data'] as Row)['due'] as string | null
    const words = isThing && table !== 'certificate' ? [] : Object.entries(WORDS[table]?.(change, at) ?? {})
    for (const [list, lines] of words) outcome[list as keyof Lists].push(...lines)
    if (table === 'job' && before === null) outcome.jobs += 1
    else if (words.length === 0 && !isThing) outcome.besides.push(table)
  }
  for (const list of [outcome.events, outcome.told, outcome.mails, outcome.ledgers, outcome.certificates, outcome.besides]) list.sort()
  return outcome
}

function changedColumns({ before, after }: Change): string[] {
  return Object.keys(after).filter((name) => before === null || JSON.stringify(after[name]) !== JSON.stringify(before[name]))
}

/** What a new row says, apart from what every row has. */
function filledColumns(row: Row): string[] {
  return Object.keys(row).filter((name) => row[name] !== null && name !== 'id' && name !== 'created_at')
}

function pick(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(names.map((name) => [name, row[name]]))
}

function certificateLine({ before, after }: Change, thing: string, changes: readonly Change[]): string {
  if (before === null) return `${after['state']}, of ${(after['year_id'] ?? after['term_id']) === thing ? 'the thing' : 'a year'}`
  const next = changes.find((change) => change.before === null && change.after['id'] === after['superseded_by'])
  return next ? `${after['state']} by the new one` : `${after['state']}`
}
