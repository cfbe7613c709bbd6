import 'server-only'
import type { Actor } from '@/lib/access/types'
import { decide } from '@/lib/workflow/decide'
import { newId } from '../database/ids'
import { invalid, refused } from '../input/errors'
import { lookUpPeople } from '../roster/find-people'
import { loadTraining, rosterFacts } from '../roster/load-training'
import { planAttendance } from '../roster/plan-attendance'
import { columnsOfRow } from '../roster/row-columns'
import type { Commit, TransitionWrite } from '../transition/commit-transitions'
import type { CaseForDecision } from './load-case'

/** Whoever was missing, on a roster of their own: the line is the record's proof as any other's. */
export async function planAddition(
  actor: Actor,
  { personId, person }: CaseForDecision,
  { filingId, days, result }: { filingId: string; days: number; result: string },
  now: Date,
): Promise<{ commit: Commit; about: { title: string } }> {
  const training = await loadTraining(filingId, {})
  if (days > training.days) throw invalid({ days: { key: 'roster.days_more', values: { most: training.days } } })
  const numberIndex = Buffer.from(person.idNumberIndex)
  const [known] = await lookUpPeople([{ name: person.name, numberIndex }], training.id)
  if (known && known.problems.length > 0) throw invalid({ outcome: { key: 'record_stands' } })
  const facts = { ...(await rosterFacts(actor, training, now)), rowCount: 1, rowsWrong: 0 }
  const created = decide('roster', null, 'create', facts)
  if (!created.ok) throw refused(created.refusals)
  const confirmed = decide('roster', created.to, 'confirm', facts)
  if (!confirmed.ok) throw refused(confirmed.refusals)

  const rosterId = newId()
  const found = {
    ...{ line: 1, name: person.name, numberIndex, numberMask: person.idNumberMask, personId },
    ...{ daysTyped: String(days), days, result, completedOn: null, problems: [] },
  }
  const row = columnsOfRow(rosterId, found, true)
  const attendance = { id: String(row['id']), personId, days, result, completedOn: null }
  const plan = await planAttendance(actor, training, [attendance], now)
  const columns = { filing_id: training.id, source: 'case', row_count: 1, created_by: actor.accountId }
  const data = { filing: training.id, records: 1 }
  const transitions: TransitionWrite[] = [
    { machine: 'roster', id: rosterId, from: null, event: 'create', to: created.to, row: columns, data },
    { machine: 'roster', id: rosterId, from: created.to, version: 1, event: 'confirm', to: confirmed.to, data },
    ...plan.transitions,
  ]
  return { commit: { transitions, inserts: { ...plan.inserts, roster_row: [row] } }, about: { title: training.title } }
}
