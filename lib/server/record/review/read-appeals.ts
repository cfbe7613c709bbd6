import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { countWorkingDays } from '@/lib/calendar/working-days'
import type { Category } from '@/lib/rules/types'
import { statesIn } from '@/lib/workflow/state-groups'
import { db } from '../../database/db'
import { dateColumn, day } from '../../database/plain-dates'
import { cursorParam, encodeCursor, escapeLike, PAGE_ROWS, textParam } from '../../input/search'
import { readWorkCalendar } from '../../runtime/read-work-calendar'
import { recordScope } from '../scope'

export const appealsSearch = { q: textParam(), after: cursorParam(z.strictObject({ due: z.iso.date(), id: z.uuid() })) }
type Search = z.infer<z.ZodObject<typeof appealsSearch>>

export interface AppealRow {
  id: string
  personName: string
  employer: string | null
  title: string
  category: Category
  decidedBy: string | null
  due: { on: PlainDate; days: number; provisional: boolean } | null
}

/** Records whose appeal this level answers, by due date: against employers the bureau's, against counties the city's. */
export async function readAppeals(actor: Actor, { q, after }: Search, now: Date): Promise<{ rows: AppealRow[]; next: string | null }> {
  const [rows, calendar] = await Promise.all([
    db.hourRecord.findMany({
      where: {
        AND: [
          recordScope(actor, 'appeal_decide'),
          { state: { in: statesIn('record', 'awaiting_appeal_decision') } },
          ...(q ? [{ OR: [{ person: { name: { contains: escapeLike(q) } } }, { title: { contains: escapeLike(q) } }] }] : []),
          ...(after ? [{ OR: [{ dueOn: { gt: dateColumn(after.due) } }, { dueOn: dateColumn(after.due), id: { gt: after.id } }] }] : []),
        ],
      },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      take: PAGE_ROWS + 1,
      select: {
        id: true,
        title: true,
        category: true,
        decidedBy: true,
        dueOn: true,
        dueProvisional: true,
        person: { select: { name: true } },
        organization: { select: { name: true } },
      },
    }),
    readWorkCalendar(),
  ])
  const today = dateInShanghai(now)
  const shown = rows.slice(0, PAGE_ROWS).map(({ person, organization, dueOn, dueProvisional, ...row }): AppealRow => {
    const on = day(dueOn)
    return {
      ...row,
      personName: person.name,
      employer: organization?.name ?? null,
      due: on ? { on, days: countWorkingDays(calendar, today, on).days, provisional: dueProvisional } : null,
    }
  })
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > PAGE_ROWS && last?.due ? encodeCursor({ due: last.due.on, id: last.id }) : null }
}
