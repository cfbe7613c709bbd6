import 'server-only'
import type { Act, EffectHandler, EffectHandlers, Following } from '../transition/act'
import { type NotifyEffect, notificationRow } from '../transition/notification-rows'
import { objectorMailRow } from '../transition/objector-mail'
import type { DecidedStep } from '../transition/step'
import type { IssueStep } from './issue-certificates'
import { ledgersOfRecords } from './ledger-consequences'
import { revokeCertificates } from './revoke-certificates'
import { supersedeTermCertificates, termIssueStep } from './term-certificates'
import { yearIssueSteps } from './year-certificates'

/** Performs every effect that a transition may declare: one without a handler does not compile. */
export const EFFECT_HANDLERS: EffectHandlers = {
  ledger: ledgersOfRecords,
  recompute: (steps) => ({ inserts: { job: steps.map(({ step }) => required(step.job, step)) } }),
  notify_person: notify('notify_person'),
  notify_creator: notify('notify_creator'),
  notify_employer: notify('notify_employer'),
  notify_filer: notify('notify_filer'),
  mail_contact: (steps, { now }) => ({
    inserts: { outbox: steps.flatMap(({ step }) => objectorMailRow(required(step.mail, step), now) ?? []) },
  }),
  issue_certificate: issueCertificates,
  // Of a record: by the handler of `ledger`, which knows which certificates count it.
  revoke_certificate: (steps, act) => revokeCertificates(notOfRecords(steps), act),
  supersede_certificate: (steps, act) => supersedeTermCertificates(notOfRecords(steps), act),
}

function notify(effect: NotifyEffect): EffectHandler {
  return (steps, { actor, now }) => ({
    inserts: {
      notification: steps.flatMap(({ step }) => {
        const concern = required(step.concern, step)
        // Nobody is told of what they did themselves.
        const own =
          effect === 'notify_person' && step.context.by !== 'system' && actor.personId !== null && actor.personId === concern.personId
        return own ? [] : (notificationRow(effect, step.event, concern, now) ?? [])
      }),
    },
  })
}

async function issueCertificates(steps: readonly DecidedStep[], act: Act): Promise<Following> {
  const requests = steps.map(({ step }) => required(step.certificate, step))
  const years = requests.filter((request) => request.of === 'year')
  const terms = requests.filter((request) => request.of === 'term')
  const issued: IssueStep[] = years.length > 0 ? await yearIssueSteps(act, years) : []
  for (const term of terms) issued.push(await termIssueStep(act, act.actor.role, term))
  return { steps: issued }
}

function notOfRecords(steps: readonly DecidedStep[]): readonly DecidedStep[] {
  return steps.filter(({ step }) => step.machine !== 'record')
}

/** What the effect works on; a use case that did not give it would leave a declared effect undone. */
function required<T>(given: T | undefined, { machine, event }: DecidedStep['step']): T {
  if (given === undefined) throw new Error(`${machine} ${event}: what its effects need was not given`)
  return given
}
