import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { recordStatesIn, statesIn } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import { loadTraining, type Training } from '../roster/load-training'

/** What stands between a person and asking why they are not on a roster. */
export interface MissingForm {
  training: Training
  /** The training has reached its last day. */
  isOver: boolean
  record: string | null
  openCase: string | null
}

/** The form in which somebody says that they are missing on the roster of a training in the register. */
export async function readMissing(actor: Actor, filingId: string, now: Date): Promise<MissingForm> {
  const personId = actor.personId ?? ''
  const training = await loadTraining(filingId, { state: { in: statesIn('filing', 'register') } })
  const [record, open] = await Promise.all([
    db.hourRecord.findFirst({ where: { personId, filingId, state: { in: recordStatesIn('live') } }, select: { id: true } }),
    db.caseFile.findFirst({
      where: { personId, filingId, kind: 'missing', state: { in: statesIn('case', 'awaiting_answer') } },
      select: { id: true },
    }),
  ])
  return { training, isOver: dateInShanghai(now) >= training.endsOn, record: record?.id ?? null, openCase: open?.id ?? null }
}
