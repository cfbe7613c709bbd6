import 'server-only'
import type { Action } from '@/lib/access/permissions'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import type { EventOf } from '@/lib/workflow/events'
import type { TransitionContext } from '@/lib/workflow/types'
import { db } from '../database/db'
import { notFound } from '../input/errors'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import type { Step } from '../transition/step'
import type { ColumnsOf } from '../transition/tables'
import { caseScope } from './scope'

/** A case with what a decision about it rests on. */
export async function loadCase(actor: Actor, id: string, action: Action) {
  const found = await db.caseFile.findFirst({
    where: { AND: [{ id }, caseScope(actor, action)] },
    select: {
      id: true,
      kind: true,
      state: true,
      version: true,
      personId: true,
      recordId: true,
      filingId: true,
      days: true,
      createdAt: true,
      person: { select: { name: true, idNumberIndex: true, idNumberMask: true } },
    },
  })
  if (!found) throw notFound()
  return found
}
export type CaseForDecision = Awaited<ReturnType<typeof loadCase>>

export async function caseContext(
  actor: Actor,
  about: Pick<CaseForDecision, 'personId' | 'recordId'>,
  now: Date,
): Promise<TransitionContext> {
  return {
    by: actor.role,
    today: dateInShanghai(now),
    calendar: await readWorkCalendar(),
    isSelf: actor.personId !== null && actor.personId === about.personId,
    enteredByActor: false,
    aboutRecord: about.recordId !== null,
  }
}

/** One event of a case, as a step of an act that may have others. `version` is the one that the page showed. */
export function caseStep(
  found: CaseForDecision,
  {
    event,
    version,
    context,
    set,
    data,
    concern,
  }: { event: EventOf<'case'>; version: number } & Pick<Step<'case'>, 'context' | 'data' | 'concern'> & { set?: ColumnsOf<'case'> },
): Step<'case'> {
  return { machine: 'case', id: found.id, from: found.state, version, event, context, set: set ?? {}, data, concern }
}
