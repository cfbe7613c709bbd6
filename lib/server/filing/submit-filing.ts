import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { isInGroup } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import { invalid } from '../input/errors'
import { optionalText } from '../input/fields'
import type { ColumnsOf } from '../transition/tables'
import { changeOf, problemsOf } from './content'
import { type FilingForDecision, loadFiling } from './load-filing'
import { type FilingAct, filingActFields, moveFiling, NO_APPROVALS, NO_CHANGE } from './move-filing'

export const submitFilingInput = z.strictObject({ ...filingActFields, reason: optionalText(500, { lines: true }) })

/**
 * Hands it in: to the bureau and the industry authority, a filing from outside to the bureau alone, and where the training is on file, what
 * is to be changed of it, with the reason (N3.2). What is on file stays as it is until both have agreed to the change.
 */
export async function submitFiling(
  actor: Actor,
  input: FilingAct,
  { now }: { now: Date },
): Promise<{ id: string; done: 'submitted' | 'entered' | 'change_asked' }> {
  const filing = await loadFiling(actor, input.filing)
  const changing = isInGroup('filing', filing.state, 'changeable')
  if (changing) requireDifference(filing)
  const problems = problemsOf(filing.changed, { outside: filing.outside, changing, today: dateInShanghai(now) })
  if (Object.keys(problems).length > 0) throw invalid(problems)
  if (filing.outside) await requireNotOnRegister(filing.content.outsideNumber)
  const event = changing ? 'amend' : filing.outside ? 'enter' : 'submit'
  const set: ColumnsOf<'filing'> = { ...(changing ? NO_CHANGE : NO_APPROVALS), submitted_at: now }
  const data = ({ changed }: FilingForDecision) => ({ content: { ...changed } })
  const { id } = await moveFiling(actor, changing ? input : { ...input, reason: undefined }, { event, set, data }, now)
  return { id, done: changing ? 'change_asked' : filing.outside ? 'entered' : 'submitted' }
}

function requireDifference({ content, changed }: FilingForDecision): void {
  if (JSON.stringify(changeOf(content)) === JSON.stringify(changeOf(changed))) throw invalid({ reason: { key: 'nothing_changed' } })
}

/** What is verified under its number already need not be entered again. */
async function requireNotOnRegister(number: string | null): Promise<void> {
  if (number === null) return
  const known = await db.filing.findUnique({ where: { number }, select: { id: true } })
  if (known) throw invalid({ outsideNumber: { key: 'number_on_register' } })
}
