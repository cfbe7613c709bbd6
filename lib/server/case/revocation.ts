import 'server-only'
import type { Actor } from '@/lib/access/types'
import { db } from '../database/db'
import { forbidden, invalid } from '../input/errors'
import { loadForDecision } from '../record/load-for-decision'
import { recordSteps } from '../record/move-records'
import { recordScope } from '../record/scope'
import type { CaseConsequences } from './types'

/** The record is not the person's: its hours go, with the year's certificate, as by any revocation (M20). */
export async function revocationOf(actor: Actor, recordId: string, finding: string, now: Date): Promise<CaseConsequences> {
  const [record] = await loadForDecision([recordId], recordScope(actor, 'record_revoke'))
  if (!record) throw forbidden()
  return { steps: await recordSteps(actor, [record], { event: 'revoke', reason: finding, finding }, now), title: record.title }
}

/** An answer that it was corrected, of a record that was not, would say what is not so. */
export async function requireCorrected(recordId: string, since: Date): Promise<void> {
  const corrected = await db.event.findFirst({
    where: { stream: 'record', streamId: recordId, event: 'correct', at: { gte: since } },
    select: { id: true },
  })
  if (!corrected) throw invalid({ outcome: { key: 'not_corrected' } })
}
