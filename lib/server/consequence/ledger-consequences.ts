import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import type { YearResult } from '@/lib/rules/types'
import { decide } from '@/lib/workflow/decide'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { Effect } from '@/lib/workflow/types'
import { countedLines } from '../certificate/certificate-content'
import {
  evaluatePersonYear,
  type LedgerRecord,
  type LedgerYear,
  loadLedgers,
  type PersonLedgers,
  rewriteLedgers,
  yearInputs,
} from '../ledger/ledgers'
import type { RecordForDecision } from '../record/load-for-decision'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import type { Commit, LedgerWrite, TransitionWrite } from '../transition/commit-transitions'
import { planRevocation } from './revoke-certificate'
import { planSuccession } from './supersede-certificate'
import { planTermConsequences, type YearsChange } from './term-consequences'

export interface RegisteredChange {
  record: RecordForDecision
  /** Whether it counts from now on. */
  registered: boolean
  effects: readonly Effect[]
  /** Columns that the move changes (a correction). */
  change: Record<string, unknown>
}

type Consequences = Required<Pick<Commit, 'transitions' | 'ledgers' | 'people' | 'inserts'>>

/** New ledgers of everybody concerned, and what follows: a request dropped, a certificate revoked or superseded. */
export async function ledgerConsequences(
  actor: Actor,
  changes: readonly RegisteredChange[],
  reason: string | null,
  now: Date,
): Promise<Consequences> {
  const answer: Consequences = { transitions: [], ledgers: [], people: [], inserts: {} }
  if (changes.length === 0) return answer
  const byPerson = Map.groupBy(changes, ({ record }) => record.personId)
  const people = await loadLedgers([...byPerson.keys()])
  const transitions: TransitionWrite[] = []
  const ledgers: LedgerWrite[] = []
  const certified: { year: LedgerYear; personId: string; write: LedgerWrite; follow: Follow }[] = []
  const terms: { person: PersonLedgers; change: YearsChange }[] = []
  const calendar = await readWorkCalendar()
  for (const [personId, mine] of byPerson) {
    const person = people.get(personId)
    if (!person) throw new Error('a record without its person')
    const { writes, before } = rewriteLedgers(person, {
      put: mine.filter(({ registered }) => registered).map((change) => toLedgerRecord(change, now)),
      remove: mine.filter(({ registered }) => !registered).map(({ record }) => record.id),
    })
    ledgers.push(...writes)
    for (const write of writes) {
      const year = before.get(write.year)
      if (!year) continue
      if (isInGroup('year', year.state, 'certification') && !write.met) {
        const facts = { by: 'system', today: dateInShanghai(now), calendar, isSelf: false, enteredByActor: false, met: false } as const
        const decision = decide('year', year.state, 'drop', facts)
        if (decision.ok)
          transitions.push({
            machine: 'year',
            id: year.id,
            from: year.state,
            version: year.version,
            event: 'drop',
            to: decision.to,
            set: { due_on: null },
          })
      }
      if (isInGroup('year', year.state, 'certified')) certified.push({ year, personId, write, follow: followOf(person, year, write, mine) })
    }
    if (person.terms.length > 0) {
      const revoked = certified.filter((one) => one.personId === personId && (one.follow === 'revoke' || (one.follow && !one.write.met)))
      const touching = mine.some(({ effects }) => isTouching(effects))
      terms.push({ person, change: { writes, revokedYears: new Set(revoked.map(({ year }) => year.year)), touching } })
    }
  }
  const corrected = new Map(changes.map(({ record, change }) => [record.id, change]))
  const inserts: Consequences['inserts'] = {}
  for (const { year, personId, write, follow: deed } of certified) {
    if (deed === null) continue
    const follow =
      deed === 'revoke'
        ? await planRevocation(actor, year, personId, reason, now)
        : await planSuccession(actor, year, personId, write, reason, now, corrected)
    add(follow)
  }
  for (const { person, change } of terms) add(await planTermConsequences(actor, person, change, reason, now))
  return {
    transitions,
    ledgers,
    people: [...people.values()].map(({ personId, ledgerVersion, rules }) => ({
      id: personId,
      ledgerVersion,
      rulesRevision: rules.revision,
    })),
    inserts,
  }

  function add(follow: Pick<Commit, 'transitions' | 'inserts'>): void {
    transitions.push(...follow.transitions)
    for (const [table, rows] of Object.entries(follow.inserts ?? {})) {
      const key = table as keyof Consequences['inserts']
      inserts[key] = [...(inserts[key] ?? []), ...rows]
    }
  }
}

/** A correction or revocation, which reaches certificates. */
function isTouching(effects: readonly Effect[]): boolean {
  return effects.includes('revoke_certificate') || effects.includes('supersede_certificate')
}

type Follow = 'revoke' | 'supersede' | null

/**
 * What becomes of a certified year's certificate: revoked with a record that it counts, replaced where what it counts was corrected or,
 * by an achievement it shares with another year, has changed. A record that it does not count leaves it alone, and so does a new one.
 */
function followOf(person: PersonLedgers, year: LedgerYear, write: LedgerWrite, changes: readonly RegisteredChange[]): Follow {
  const old = evaluatePersonYear(person, year.year, yearInputs(person.registered, year.year), year.choiceId, year)
  const counted = new Set(countedLines(old).map((line) => line.id))
  const has = (effect: Effect) => changes.filter(({ record, effects }) => counted.has(record.id) && effects.includes(effect)).length > 0
  if (has('revoke_certificate')) return 'revoke'
  if (has('supersede_certificate')) return 'supersede'
  const touching = changes.some(({ effects }) => isTouching(effects))
  const lines = JSON.stringify(countedLines(write.result as YearResult))
  return touching && lines !== JSON.stringify(countedLines(old)) ? 'supersede' : null
}

const CHANGEABLE = {
  option: 'option',
  subject: 'subject',
  started_on: 'startedOn',
  completed_on: 'completedOn',
  details: 'details',
  achievement: 'achievement',
  year: 'year',
} as const

function toLedgerRecord({ record, change }: RegisteredChange, now: Date): LedgerRecord {
  const changed = Object.fromEntries(
    Object.entries(CHANGEABLE).flatMap(([column, key]) => (column in change ? [[key, change[column]]] : [])),
  )
  return {
    id: record.id,
    year: record.year,
    category: record.category,
    option: record.option,
    subject: record.subject,
    startedOn: record.startedOn,
    completedOn: record.completedOn,
    details: record.details,
    achievement: record.achievement,
    creditedIn: record.creditedIn,
    filingApprovedOn: record.filing?.approvedOn?.toISOString().slice(0, 10) ?? null,
    registeredAt: (record.registeredAt ?? now).toISOString(),
    ...changed,
  }
}
