import 'server-only'
import type { YearResult } from '@/lib/rules/types'
import { countsHours, isInGroup } from '@/lib/workflow/state-groups'
import type { Effect } from '@/lib/workflow/types'
import { countedLines } from '../certificate/certificate-content'
import { evaluatePersonYear, loadLedgers, rewriteLedgers, yearInputs } from '../ledger/ledgers'
import type { LedgerRecord, LedgerWrite, LedgerYear, PersonLedgers, RegisteredRecord } from '../ledger/types'
import type { Act, Following } from '../transition/act'
import { systemContext } from '../transition/context'
import type { PersonGuard } from '../transition/plan'
import type { DecidedStep, Step } from '../transition/step'
import { revokeYearStep } from './revoke-certificates'
import { supersedeYear } from './supersede-certificates'
import { termConsequences } from './term-consequences'

export interface RegisteredChange {
  record: RegisteredRecord
  /** Whether it counts from now on. */
  registered: boolean
  effects: readonly Effect[]
  /** Columns that the transition changes (a correction). */
  change: Readonly<Record<string, unknown>>
}

/** The effect `ledger` of records: their transitions may also declare what becomes of the certificates that count them. */
export function ledgersOfRecords(steps: readonly DecidedStep[], act: Act): Promise<Following> {
  const changes = steps.map(({ step, granted, write }): RegisteredChange => {
    if (write.machine !== 'record' || !step.record) throw new Error(`${step.machine} ${step.event}: no record for its ledger`)
    // What arrives registered is in no ledger yet: its row says the same as the record.
    const change = write.from === null ? {} : write.set
    return { record: step.record, registered: countsHours(write.to), effects: granted.effects, change }
  })
  // Records that move in one act move for one reason.
  return ledgerConsequences(act, changes, steps[0]?.step.context.reason ?? null)
}

/** New ledgers of everybody concerned, and what follows: a request dropped, a certificate revoked or superseded, a term likewise. */
export async function ledgerConsequences(act: Act, changes: readonly RegisteredChange[], reason: string | null): Promise<Following> {
  if (changes.length === 0) return {}
  const byPerson = Map.groupBy(changes, ({ record }) => record.personId)
  const people = await loadLedgers([...byPerson.keys()])
  const corrected = new Map(changes.map(({ record, change }) => [record.id, change]))
  const ledgers: LedgerWrite[] = []
  const drops: Step[] = []
  const certified: CertifiedYear[] = []
  const terms: (() => Promise<Step[]>)[] = []
  for (const [personId, mine] of byPerson) {
    const person = people.get(personId)
    if (!person) throw new Error('a record without its person')
    const { writes, before } = rewriteLedgers(person, {
      put: mine.filter(({ registered }) => registered).map((change) => toLedgerRecord(change, act.now)),
      remove: mine.filter(({ registered }) => !registered).map(({ record }) => record.id),
    })
    ledgers.push(...writes)
    const revoked = new Set<number>()
    for (const write of writes) {
      const year = before.get(write.year)
      if (!year) continue
      if (!write.met && isInGroup('year', year.state, 'certification')) drops.push(await dropStep(act, year, personId))
      if (!isInGroup('year', year.state, 'certified')) continue
      const follow = followOf(person, year, write, mine)
      if (follow) certified.push({ year, personId, write, follow })
      if (follow === 'revoke' || (follow && !write.met)) revoked.add(write.year)
    }
    const correcting = mine.some(({ effects }) => isCorrecting(effects))
    if (person.terms.length > 0) terms.push(() => termConsequences(act, person, { writes, revokedYears: revoked, correcting }, reason))
  }
  const steps: Step[] = [...drops]
  for (const { year, personId, write, follow } of certified) {
    if (follow === 'revoke') steps.push(await revokeYearStep(act, year, personId, reason))
    else steps.push(...(await supersedeYear(act, year, personId, write, reason, corrected)))
  }
  for (const term of terms) steps.push(...(await term()))
  return { steps, ledgers, people: [...people.values()].map(guardOf) }
}

interface CertifiedYear {
  year: LedgerYear
  personId: string
  write: LedgerWrite
  follow: 'revoke' | 'supersede'
}

/** What the commit holds a person's new figures against: whoever changes a ledger or the rules meanwhile makes the act start again. */
export function guardOf({ personId, ledgerVersion, rules }: Pick<PersonLedgers, 'personId' | 'ledgerVersion' | 'rules'>): PersonGuard {
  return { id: personId, ledgerVersion, rulesRevision: rules.revision }
}

/** A request for certification whose year no longer reaches its hours goes back to the person, who is told. */
export async function dropStep(
  { now }: Pick<Act, 'now'>,
  { id, state, version, year }: Pick<LedgerYear, 'id' | 'state' | 'version' | 'year'>,
  personId: string,
): Promise<Step<'year'>> {
  return {
    machine: 'year',
    id,
    from: state,
    version,
    event: 'drop',
    context: await systemContext(now, { met: false }),
    concern: { personId, machine: 'year', year, yearId: id },
  }
}

/** A correction or revocation, which reaches certificates. */
function isCorrecting(effects: readonly Effect[]): boolean {
  return effects.includes('revoke_certificate') || effects.includes('supersede_certificate')
}

/**
 * What becomes of a certified year's certificate: revoked with a record that it counts, replaced where what it counts was corrected or,
 * by an achievement it shares with another year, has changed. A record that it does not count leaves it alone, and so does a new one.
 */
function followOf(
  person: PersonLedgers,
  year: LedgerYear,
  write: LedgerWrite,
  changes: readonly RegisteredChange[],
): CertifiedYear['follow'] | null {
  const old = evaluatePersonYear(person, year.year, yearInputs(person.registered, year.year), year.choiceId, year)
  const counted = new Set(countedLines(old).map((line) => line.id))
  const has = (effect: Effect) => changes.some(({ record, effects }) => counted.has(record.id) && effects.includes(effect))
  if (has('revoke_certificate')) return 'revoke'
  if (has('supersede_certificate')) return 'supersede'
  const correcting = changes.some(({ effects }) => isCorrecting(effects))
  const lines = JSON.stringify(countedLines(write.result as YearResult))
  return correcting && lines !== JSON.stringify(countedLines(old)) ? 'supersede' : null
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
  const { personId: _, filing, registeredAt, ...creditable } = record
  const changed = Object.entries(CHANGEABLE).flatMap(([column, key]) => (column in change ? [[key, change[column]]] : []))
  return {
    ...creditable,
    filingApprovedOn: filing?.approvedOn ?? null,
    registeredAt: (registeredAt ?? now).toISOString(),
    ...Object.fromEntries(changed),
  }
}
