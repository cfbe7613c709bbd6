import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import type { WorkCalendar } from '@/lib/calendar/working-days'
import { decide } from '@/lib/workflow/decide'
import { statesIn } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import { refused } from '../input/errors'
import { choice, id, text } from '../input/fields'
import { employerScope } from '../publicity/scope'
import { planRecordMove } from '../record/move-records'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { commitTransitions, type TransitionWrite } from '../transition/commit-transitions'
import { objectionFacts } from './facts'
import { loadObjection, type ObjectionForDecision } from './load-objection'
import { mailTo } from './mail'

export const VERDICTS = ['dismiss', 'uphold'] as const

export const decideObjectionInput = z.strictObject({ objection: id(), verdict: choice(VERDICTS), finding: text(1000, { lines: true }) })

/**
 * The finding on an objection: by the unit within 15 working days, then by the bureau; never on what concerns oneself. Dismissed, the record
 * goes on as it stood; upheld, it is rejected, and with it every other objection to it that waited for a finding is upheld.
 */
export async function decideObjection(
  actor: Actor,
  input: z.infer<typeof decideObjectionInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  const objection = await loadObjection({ id: input.objection, batch: { organization: employerScope(actor, 'objection_decide') } })
  const calendar = await readWorkCalendar()
  const { verdict, finding } = input
  const others = verdict === 'uphold' ? await otherObjections(objection) : []
  const findings = [objection, ...others].map((one) => findingOn(actor, one, verdict, finding, now, calendar))
  const facts = objectionFacts(actor, objection, now, calendar)
  const moves = await planRecordMove(
    actor,
    [objection.record],
    {
      event: verdict,
      finding,
      facts: () => ({ openObjections: facts.openObjections ?? 0, enteredByActor: facts.enteredByActor, decidedByActor: false }),
      data: () => ({ objectionId: objection.id }),
    },
    now,
  )
  const mails = [objection, ...others].flatMap((one) => mailTo(one, 'objection_decided', mailValues(one, verdict, finding), now))
  await commitTransitions(
    actor,
    { ...moves, transitions: [...findings, ...moves.transitions], inserts: { ...moves.inserts, outbox: mails } },
    now,
  )
  return { id: objection.id }
}

async function otherObjections(objection: ObjectionForDecision): Promise<ObjectionForDecision[]> {
  const others = await db.objection.findMany({
    where: { recordId: objection.recordId, id: { not: objection.id }, state: { in: statesIn('objection', 'awaiting_finding') } },
    select: { id: true },
  })
  return Promise.all(others.map((other) => loadObjection({ id: other.id })))
}

function findingOn(
  actor: Actor,
  objection: ObjectionForDecision,
  verdict: (typeof VERDICTS)[number],
  finding: string,
  now: Date,
  calendar: WorkCalendar,
): TransitionWrite<'objection'> {
  const decision = decide('objection', objection.state, verdict, { ...objectionFacts(actor, objection, now, calendar), finding })
  if (!decision.ok) throw refused(decision.refusals, objection.id)
  return {
    machine: 'objection',
    id: objection.id,
    from: objection.state,
    version: objection.version,
    event: verdict,
    to: decision.to,
    reason: finding,
    set: { finding, decided_at: now, due_on: decision.due?.on ?? null, due_provisional: decision.due?.provisional ?? false },
  }
}

/** What a mail about a finding says; the objector finds the rest under the link of their first mail. */
export function mailValues(objection: ObjectionForDecision, verdict: string, finding: string): Record<string, string | number> {
  const { year, number, organization } = objection.batch
  return { unit: organization.name, year, number, title: objection.record.title, verdict, finding }
}
