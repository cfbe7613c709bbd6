import 'server-only'
import type { Action } from '@/lib/access/permissions'
import type { Actor } from '@/lib/access/types'
import type { Category, Status } from '@/lib/rules/types'
import { decideBeforeInput } from '@/lib/workflow/decide'
import type { Refusal } from '@/lib/workflow/types'
import { provisionalLines } from '../certificate/certificate-content'
import { db } from '../database/db'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { loadYears } from './load-years'
import { yearContext } from './move-years'
import { yearScope } from './scope'

export interface ChosenYear {
  id: string
  year: number
  personName: string
  employer: string | null
  hours: { professional: number; total: number }
  /** To be confirmed by name. */
  provisional: { recordId: string; title: string; category: Category; hours: number; status: Status }[]
  /** Empty: it can be done. */
  refusals: readonly Refusal[]
}

/** The years ticked in the queue, each with what stands in the way of the act. Those out of reach are left out. */
export async function readChosenYears(
  actor: Actor,
  ids: readonly string[],
  act: { event: 'certify' | 'authority_review'; permission: Action },
  now: Date,
): Promise<ChosenYear[]> {
  const years = await loadYears(ids, yearScope(actor, act.permission))
  const open = new Map(years.map((year) => [year.id, provisionalLines(year.result)]))
  const [rows, records] = await Promise.all([
    db.year.findMany({
      where: { id: { in: years.map(({ id }) => id) } },
      select: { id: true, person: { select: { name: true } }, employer: { select: { name: true } } },
    }),
    db.hourRecord.findMany({
      where: { id: { in: [...open.values()].flat().map((line) => line.id) } },
      select: { id: true, title: true, category: true },
    }),
  ])
  const named = new Map(rows.map((row) => [row.id, row]))
  const titled = new Map(records.map((record) => [record.id, record]))
  const calendar = await readWorkCalendar()
  return Promise.all(
    years.map(async (year) => {
      const decision = decideBeforeInput('year', year.state, act.event, yearContext(actor, year, now, calendar))
      return {
        id: year.id,
        year: year.year,
        personName: named.get(year.id)?.person.name ?? '',
        employer: named.get(year.id)?.employer?.name ?? null,
        hours: { professional: year.result.totals.professional, total: year.result.totals.total },
        provisional: (open.get(year.id) ?? []).map((line) => ({
          recordId: line.id,
          title: titled.get(line.id)?.title ?? '',
          category: titled.get(line.id)?.category ?? 'other',
          hours: line.counted,
          status: line.status,
        })),
        refusals: decision.ok ? [] : decision.refusals,
      }
    }),
  )
}
