import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { isInGroup, statesIn } from '@/lib/workflow/state-groups'
import { act } from '../consequence/act'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { conflict, forbidden, invalid } from '../input/errors'
import { number } from '../input/fields'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { readSettings } from '../runtime/settings'
import { actorContext } from '../transition/context'
import type { Step } from '../transition/step'
import type { ColumnsOf } from '../transition/tables'

export const FIRST_PAPER_YEAR = 1990
const MAX_HOURS = 999.9
const hours = () => number({ least: 0, most: MAX_HOURS, step: 0.1 })

export const enterHistoricInput = z.strictObject({
  year: number({ least: FIRST_PAPER_YEAR, most: 2999, step: 1 }),
  total: hours(),
  professional: hours(),
})

/**
 * The totals on the stamped form of a past year (N6.0), entered or changed by the person whose they are: a year before this portal's first
 * one, and none whose hours this portal has certified. The scan comes next, then it is handed in.
 */
export async function enterHistoricYear(
  actor: Actor,
  { year, total, professional }: z.infer<typeof enterHistoricInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  const { personId } = actor
  if (actor.role !== 'practitioner' || personId === null) throw forbidden()
  const [settings, row, ledger, calendar] = await Promise.all([
    readSettings(),
    db.historicYear.findUnique({ where: { personId_year: { personId, year } }, select: { id: true, state: true, version: true } }),
    db.year.findUnique({ where: { personId_year: { personId, year } }, select: { state: true } }),
    readWorkCalendar(),
  ])
  const first = Math.min(...settings.openYears)
  if (year >= first) throw invalid({ year: { key: 'historic_year_open', values: { first: String(first) } } })
  if (ledger && isInGroup('year', ledger.state, 'certified')) throw invalid({ year: { key: 'historic_year_certified' } })
  if (professional > total) throw invalid({ professional: { key: 'historic_professional', values: { total } } })
  if (row && isInGroup('historic', row.state, 'editable')) {
    const { count } = await db.historicYear.updateMany({
      where: { id: row.id, version: row.version, state: { in: statesIn('historic', 'editable') } },
      data: { total, professional, version: { increment: 1 }, changedAt: now },
    })
    if (count === 0) throw conflict()
    return { id: row.id }
  }
  const id = row?.id ?? newId()
  const figures = { total, professional } satisfies ColumnsOf<'historic'>
  const context = actorContext(actor, now, calendar, { isSelf: true })
  const step: Step<'historic'> = row
    ? { machine: 'historic', id, from: row.state, version: row.version, event: 'reopen', context, set: figures }
    : { machine: 'historic', id, from: null, event: 'create', context, row: { person_id: personId, year, ...figures } }
  await act(actor, { steps: [step] }, now)
  return { id }
}
