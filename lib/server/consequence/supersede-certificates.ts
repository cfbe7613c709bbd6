import 'server-only'
import type { YearResult } from '@/lib/rules/types'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { CertificateState } from '@/lib/workflow/states'
import { provisionalLines } from '../certificate/certificate-content'
import type { ConfirmedLines } from '../certificate/types'
import { db } from '../database/db'
import type { LedgerWrite, LedgerYear } from '../ledger/types'
import type { Act } from '../transition/act'
import { systemContext } from '../transition/context'
import type { NotificationContext } from '../transition/notification-rows'
import type { Step } from '../transition/step'
import type { IssueStep } from './issue-certificates'
import { revokeYearStep } from './revoke-certificates'
import { yearIssueSteps } from './year-certificates'

/**
 * What follows for a certified year whose counted records were corrected: its certificate is superseded by one with the new figures. Where
 * the year no longer reaches its hours, its certification is revoked instead.
 */
export async function supersedeYear(
  act: Act,
  year: LedgerYear,
  personId: string,
  write: LedgerWrite,
  reason: string | null,
  corrected?: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): Promise<Step[]> {
  if (!write.met) return [await revokeYearStep(act, year, personId, reason)]
  const result = write.result as YearResult
  const [old, certification] = await Promise.all([
    db.certificate.findMany({ where: { yearId: year.id }, select: { id: true, state: true, version: true, number: true } }),
    db.yearCertification.findFirst({ where: { yearId: year.id }, orderBy: { certifiedAt: 'desc' }, select: { reason: true } }),
  ])
  const valid = old.find(({ state }) => isInGroup('certificate', state, 'valid'))
  if (!valid) return []
  const confirmed = confirmedAgain(result, certification?.reason ?? reason)
  const request = {
    of: 'year',
    yearId: year.id,
    personId,
    year: year.year,
    result,
    confirmed,
    ...(corrected ? { corrected } : {}),
  } as const
  const [issued] = await yearIssueSteps(act, [request])
  if (!issued) throw new Error('a certificate asked for and none made')
  return replaceSteps(act, valid, issued, { personId, machine: 'certificate', year: year.year, number: valid.number }, reason)
}

/** The valid certificate is superseded by the one that is issued with it. */
export async function replaceSteps(
  { now }: Act,
  valid: { id: string; state: CertificateState; version: number },
  issued: IssueStep,
  concern: NotificationContext,
  reason: string | null,
): Promise<Step[]> {
  const superseded: Step<'certificate'> = {
    machine: 'certificate',
    id: valid.id,
    from: valid.state,
    version: valid.version,
    event: 'supersede',
    context: await systemContext(now, { reason }),
    set: { superseded_by: issued.id },
    concern,
  }
  return [superseded, issued]
}

/** Lines on provisional figures stay confirmed for the reason given when the year was certified; new ones for the correction's. */
function confirmedAgain(result: YearResult, reason: string | null): ConfirmedLines | null {
  const lines = provisionalLines(result).map(({ id, clause, status }) => ({ recordId: id, clause, status }))
  return lines.length > 0 && reason ? { lines, reason } : null
}
