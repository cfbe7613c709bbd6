import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import type { YearResult } from '@/lib/rules/types'
import { decide } from '@/lib/workflow/decide'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { CertificateState } from '@/lib/workflow/states'
import { provisionalLines } from '../certificate/certificate-content'
import type { CertificatePlan } from '../certificate/plan-certificates'
import { type ConfirmedLines, planIssue } from '../certificate/plan-issue'
import { db } from '../database/db'
import { refused } from '../input/errors'
import type { LedgerYear } from '../ledger/ledgers'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import type { Commit, LedgerWrite, TransitionWrite } from '../transition/commit-transitions'
import { type NotificationContext, notificationRows } from '../transition/notification-rows'
import { planRevocation } from './revoke-certificate'

/**
 * What follows for a certified year whose record was corrected: the certificate is superseded by one with the new figures. Where the
 * year no longer reaches its hours, year and certificate are revoked instead. A part of what is being committed.
 */
export async function planSuccession(
  actor: Actor,
  year: LedgerYear,
  personId: string,
  write: LedgerWrite,
  reason: string | null,
  now: Date,
  corrected?: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): Promise<Pick<Commit, 'transitions' | 'inserts'>> {
  if (!write.met) return planRevocation(actor, year, personId, reason, now)
  const result = write.result as YearResult
  const [old, certification] = await Promise.all([
    db.certificate.findMany({ where: { yearId: year.id }, select: { id: true, state: true, version: true, number: true } }),
    db.yearCertification.findFirst({ where: { yearId: year.id }, orderBy: { certifiedAt: 'desc' }, select: { reason: true } }),
  ])
  const valid = old.find(({ state }) => isInGroup('certificate', state, 'valid'))
  if (!valid) return { transitions: [], inserts: {} }
  const issued = await planIssue(
    actor,
    {
      yearId: year.id,
      personId,
      year: year.year,
      result,
      confirmed: confirmedAgain(result, certification?.reason ?? reason),
      ...(corrected ? { corrected } : {}),
    },
    now,
  )
  return planSuperseded(valid, issued, { personId, machine: 'certificate', year: year.year, number: valid.number }, reason, now)
}

/** The certificate that held until now is replaced by the one that is being issued. */
export async function planSuperseded(
  valid: { id: string; state: CertificateState; version: number },
  issued: CertificatePlan,
  concern: NotificationContext,
  reason: string | null,
  now: Date,
): Promise<CertificatePlan> {
  const calendar = await readWorkCalendar()
  const successor = issued.transitions[0]?.id ?? null
  const facts = { by: 'system', today: dateInShanghai(now), calendar, isSelf: false, enteredByActor: false, reason } as const
  const decision = decide('certificate', valid.state, 'supersede', facts)
  if (!decision.ok) throw refused(decision.refusals)
  const superseded: TransitionWrite<'certificate'> = {
    machine: 'certificate',
    id: valid.id,
    from: valid.state,
    version: valid.version,
    event: 'supersede',
    to: decision.to,
    reason,
    set: { superseded_by: successor },
  }
  const told = notificationRows(decision.effects, 'supersede', concern, now)
  return {
    transitions: [superseded, ...issued.transitions],
    inserts: { ...issued.inserts, notification: [...told, ...(issued.inserts.notification ?? [])] },
  }
}

/** The lines on provisional figures stay confirmed for the reason that was given when the year was certified; a new one for the correction's. */
function confirmedAgain(result: YearResult, reason: string | null): ConfirmedLines | null {
  const lines = provisionalLines(result).map(({ id, clause, status }) => ({ recordId: id, clause, status }))
  return lines.length > 0 && reason ? { lines, reason } : null
}
