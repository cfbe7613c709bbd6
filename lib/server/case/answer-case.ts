import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { decide } from '@/lib/workflow/decide'
import { act } from '../consequence/act'
import { invalid, requireGranted } from '../input/errors'
import { choice, id, optionalNumber, optionalText, text, version } from '../input/fields'
import { additionOf } from './addition'
import { type CaseForDecision, caseContext, caseStep, loadCase } from './load-case'
import { requireCorrected, revocationOf } from './revocation'
import type { CaseConsequences } from './types'

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
  const context = { ...(await caseContext(actor, found, now)), outcome, finding }
  requireGranted(decide('case', found.state, 'answer', context), found.id)
  const { title, ...consequences } = await consequencesOf(actor, found, input, now)
  const answer = caseStep(found, {
    event: 'answer',
    version: input.version,
    context,
    data: { outcome },
    set: { answer: finding, outcome },
    concern: { personId: found.personId, machine: 'case', caseId: found.id, ...(title ? { title } : {}) },
  })
  await act(actor, { ...consequences, steps: [answer, ...consequences.steps] }, now)
  return { id: found.id }
}

const NONE: CaseConsequences = { steps: [] }

async function consequencesOf(actor: Actor, found: CaseForDecision, input: Input, now: Date): Promise<CaseConsequences> {
  const { outcome } = input
  if (found.recordId === null) {
    if (outcome === 'nothing') return NONE
    if (outcome === 'revocation' || found.filingId === null) throw invalid({ outcome: { key: 'choose' } })
    const { days, result } = input
    if (days === null || result === '') {
      throw invalid({ ...(days === null ? { days: { key: 'required' } } : {}), ...(result === '' ? { result: { key: 'required' } } : {}) })
    }
    return additionOf(actor, found, { filingId: found.filingId, days, result }, now)
  }
  if (outcome === 'revocation') return revocationOf(actor, found.recordId, input.finding, now)
  if (outcome === 'correction') await requireCorrected(found.recordId, found.createdAt)
  return NONE
}
