import 'server-only'
import type { EventOf } from '@/lib/workflow/events'
import type { TransitionContext } from '@/lib/workflow/types'
import type { ObjectorMail, ObjectorMailTemplate } from '../transition/objector-mail'
import type { Step } from '../transition/step'
import type { ColumnsOf } from '../transition/tables'
import type { ObjectionForDecision } from './load-objection'

export interface ObjectionMove {
  event: EventOf<'objection'>
  context: TransitionContext
  set?: ColumnsOf<'objection'>
  /** Left out where the event mails nothing to the objector. */
  template?: ObjectorMailTemplate
}

/** One event of one objection, as a step of an act in which its record may move, too. */
export function objectionStep(objection: ObjectionForDecision, { event, context, set, template }: ObjectionMove): Step<'objection'> {
  const { id, state, version, record } = objection
  return {
    machine: 'objection',
    id,
    from: state,
    version,
    event,
    context,
    set: set ?? {},
    concern: {
      machine: 'objection',
      recordId: record.id,
      title: record.title,
      category: record.category,
      personId: record.personId,
      employerId: record.organizationId,
    },
    ...(template ? { mail: mailOf(objection, template, event, context.finding ?? '') } : {}),
  }
}

/** What a mail about it says; the objector finds the rest under the link of their first mail. */
function mailOf(objection: ObjectionForDecision, template: ObjectorMailTemplate, verdict: string, finding: string): ObjectorMail {
  const { year, number, organization } = objection.batch
  return {
    contact: objection,
    template,
    values: { unit: organization.name, year, number, title: objection.record.title, verdict, finding },
  }
}
