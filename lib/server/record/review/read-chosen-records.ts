import 'server-only'
import type { Actor } from '@/lib/access/types'
import type { Category } from '@/lib/rules/types'
import { decide } from '@/lib/workflow/decide'
import type { Refusal } from '@/lib/workflow/types'
import { db } from '../../database/db'
import { readWorkCalendar } from '../../runtime/read-work-calendar'
import { loadForDecision } from '../load-for-decision'
import { recordContext } from '../record-context'
import { recordScope } from '../scope'

export interface ChosenRecord {
  id: string
  personName: string
  employer: string | null
  title: string
  category: Category
  hours: number
  /** Empty: it can be verified. */
  refusals: readonly Refusal[]
}

/** The records ticked in the queue, each with what stands in the way of verifying it. Those out of reach are left out. */
export async function readChosenRecords(actor: Actor, ids: readonly string[], now: Date): Promise<ChosenRecord[]> {
  const [records, calendar] = await Promise.all([loadForDecision(ids, recordScope(actor, 'record_verify')), readWorkCalendar()])
  const people = await db.person.findMany({
    where: { id: { in: records.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  })
  const units = records.flatMap(({ organizationId }) => organizationId ?? [])
  const employers = await db.organization.findMany({ where: { id: { in: units } }, select: { id: true, name: true } })
  const names = new Map([...people, ...employers].map(({ id, name }) => [id, name]))
  const order = new Map(ids.map((id, index) => [id, index]))
  return records
    .map((record) => {
      const decision = decide('record', record.state, 'verify', recordContext(actor, record, now, calendar))
      return {
        id: record.id,
        personName: names.get(record.personId) ?? '',
        employer: record.organizationId ? (names.get(record.organizationId) ?? null) : null,
        title: record.title,
        category: record.category,
        hours: Number(record.hours),
        refusals: decision.ok ? [] : decision.refusals,
      }
    })
    .toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
}
