import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { decide } from '@/lib/workflow/decide'
import { invalid, refused } from '../input/errors'
import { choice, id, optionalNumber, optionalText, text, version } from '../input/fields'
import { type Commit, commitTransitions } from '../transition/commit-transitions'
import { notificationRows } from '../transition/notification-rows'
import { type CaseForDecision, caseFacts, loadCase } from './load-case'
import { planAddition } from './plan-addition'
import { planRevocation, requireCorrected } from './plan-revocation'

export const CASE_OUTCOMES = ['correction', 'revocation', 'nothing'] as const

export const answerCaseInput = z.strictObject({
  case: id(),
  version: version(),
  outcome: choice(CASE_OUTCOMES),
  finding: text(1000, { lines: true }),
  days: optionalNumber({ least: 0.5, most: 400, step: 0.5 }),
  result: optionalText(100),
})
type Input = z.infer<typeof answerCaseInput>

/**
 * The answer with what follows from it, in one commit: whoever was missing gets their record, a record that is not the person's is revoked.
 * A correction of a registered record is made on its own page; the answer rests on it.
 */
export async function answerCase(actor: Actor, input: Input, { now }: { now: Date }): Promise<{ id: string }> {
  const found = await loadCase(actor, input.case, 'case_answer')
  const { outcome, finding } = input
  const decision = decide('case', found.state, 'answer', { ...(await caseFacts(actor, found, now)), outcome, finding })
  if (!decision.ok) throw refused(decision.refusals, found.id)
  const consequences = await planConsequences(actor, found, input, now)
  const told = notificationRows(
    decision.effects,
    'answer',
    { personId: found.personId, machine: 'case', caseId: found.id, ...consequences.about },
    now,
  )
  const { inserts } = consequences.commit
  await commitTransitions(
    actor,
    {
      ...consequences.commit,
      transitions: [
        {
          machine: 'case',
          id: found.id,
          from: found.state,
          version: input.version,
          event: 'answer',
          to: decision.to,
          reason: finding,
          data: { outcome },
          set: { answer: finding, outcome, due_on: null, due_provisional: false },
        },
        ...consequences.commit.transitions,
      ],
      inserts: { ...inserts, notification: [...told, ...(inserts?.notification ?? [])] },
    },
    now,
  )
  return { id: found.id }
}

interface Consequences {
  commit: Commit
  about: { title?: string }
}

const NONE: Consequences = { commit: { transitions: [] }, about: {} }

async function planConsequences(actor: Actor, found: CaseForDecision, input: Input, now: Date): Promise<Consequences> {
  const { outcome } = input
  if (found.recordId === null) {
    if (outcome === 'nothing') return NONE
    if (outcome === 'revocation' || found.filingId === null) throw invalid({ outcome: { key: 'choose' } })
    const { days, result } = input
    if (days === null || result === '') {
      throw invalid({ ...(days === null ? { days: { key: 'required' } } : {}), ...(result === '' ? { result: { key: 'required' } } : {}) })
    }
    return planAddition(actor, found, { filingId: found.filingId, days, result }, now)
  }
  if (outcome === 'revocation') return planRevocation(actor, found.recordId, input.finding, now)
  if (outcome === 'correction') await requireCorrected(found.recordId, found.createdAt)
  return NONE
}
