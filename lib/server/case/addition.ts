import 'server-only'
import type { Actor } from '@/lib/access/types'
import { newId } from '../database/ids'
import { forbidden, invalid } from '../input/errors'
import { attendanceOf } from '../roster/attendance'
import { lookUpPeople } from '../roster/find-people'
import { loadTraining, rosterContext } from '../roster/load-training'
import { columnsOfRow } from '../roster/row-columns'
import type { Step } from '../transition/step'
import type { CaseForDecision } from './load-case'
import type { CaseConsequences } from './types'

/** Whoever was missing, on a roster of their own: the line is the record's proof as any other's. */
export async function additionOf(
  actor: Actor,
  { personId, person }: CaseForDecision,
  { filingId, days, result }: { filingId: string; days: number; result: string },
  now: Date,
): Promise<CaseConsequences> {
  const training = await loadTraining(filingId, {})
  if (days > training.days) throw invalid({ days: { key: 'roster.days_more', values: { most: training.days } } })
  const numberIndex = Buffer.from(person.idNumberIndex)
  const [known] = await lookUpPeople([{ name: person.name, numberIndex }], training.id)
  if (known && known.problems.length > 0) throw invalid({ outcome: { key: 'record_stands' } })
  if (actor.accountId === null) throw forbidden()
  const context = { ...(await rosterContext(actor, training, now)), rowCount: 1, rowsWrong: 0 }
  const rosterId = newId()
  const found = {
    ...{ line: 1, name: person.name, numberIndex, numberMask: person.idNumberMask, personId },
    ...{ daysTyped: String(days), days, result, completedOn: null, problems: [] },
  }
  const row = columnsOfRow(rosterId, found, true)
  const attendance = { id: row.id, personId, days, result, completedOn: null }
  const attended = await attendanceOf(actor, training, [attendance], now)
  const columns = { filing_id: training.id, source: 'case', row_count: 1, created_by: actor.accountId } as const
  const data = { filing: training.id, records: 1 }
  const roster: Step<'roster'>[] = [
    { machine: 'roster', id: rosterId, from: null, event: 'create', context, row: columns, data },
    { machine: 'roster', id: rosterId, from: 'draft', version: 1, event: 'confirm', context, data },
  ]
  return { steps: [...roster, ...attended.steps], inserts: { ...attended.inserts, roster_row: [row] }, title: training.title }
}
