import 'server-only'
import { isInGroup } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import type { LedgerYear } from '../ledger/types'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import type { Act, Following } from '../transition/act'
import { actorContext, systemContext } from '../transition/context'
import type { DecidedStep, Step } from '../transition/step'

/** The certification of a year revoked: with a record that it counts, or by the bureau's own act. Its certificate follows as an effect. */
export async function revokeYearStep(
  { actor, now }: Act,
  { id, state, version, year, employerId }: Pick<LedgerYear, 'id' | 'state' | 'version' | 'year' | 'employerId'>,
  personId: string,
  reason: string | null,
): Promise<Step<'year'>> {
  const isSelf = actor.personId !== null && actor.personId === personId
  return {
    machine: 'year',
    id,
    from: state,
    version,
    event: 'revoke',
    context: { ...actorContext(actor, now, await readWorkCalendar(), { isSelf }), reason, finding: reason },
    set: { certified_at: null },
    concern: { personId, employerId, year, yearId: id, machine: 'year' },
  }
}

/** The valid certificates of the years and terms that these steps revoke. */
export async function revokeCertificates(steps: readonly DecidedStep[], { now }: Act): Promise<Following> {
  if (steps.length === 0) return {}
  const ids = (machine: 'year' | 'term') => steps.filter(({ step }) => step.machine === machine).map(({ step }) => step.id)
  const reasons = new Map(steps.map(({ step, write }) => [step.id, write.reason]))
  const certificates = await db.certificate.findMany({
    where: { OR: [{ yearId: { in: ids('year') } }, { termId: { in: ids('term') } }] },
    select: { id: true, state: true, version: true, yearId: true, termId: true, personId: true, number: true },
  })
  const context = await systemContext(now)
  return {
    steps: certificates
      .filter(({ state }) => isInGroup('certificate', state, 'valid'))
      .map(({ id, state, version, yearId, termId, personId, number }) => ({
        machine: 'certificate',
        id,
        from: state,
        version,
        event: 'revoke',
        context: { ...context, reason: reasons.get(yearId ?? termId ?? '') ?? null },
        concern: { personId, machine: 'certificate', number },
      })),
  }
}
