import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { countWorkingDays } from '@/lib/calendar/working-days'
import type { Category } from '@/lib/rules/types'
import { statesIn } from '@/lib/workflow/state-groups'
import { runOnce } from '../../database/statement'
import { contains, liesBehind, personNamed } from '../../find/queue'
import { afterParam, pagesOf } from '../../input/keyset'
import { textParam } from '../../input/search'
import { readWorkCalendar } from '../../runtime/read-work-calendar'
import { recordsInScope } from '../scope'

export const appealsSearch = { q: textParam(), after: afterParam('day') }
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

const pages = pagesOf()

/** Records whose appeal this level answers, by due date: against employers the bureau's, against counties the city's. */
export async function readAppeals(actor: Actor, { q, after }: Search, now: Date): Promise<{ rows: AppealRow[]; next: string | null }> {
  const [found, calendar] = await Promise.all([
    runOnce((db) =>
      db
        .selectFrom('hour_record as t')
        .where(recordsInScope(actor, 'appeal_decide'))
        .where('t.state', 'in', statesIn('record', 'awaiting_appeal_decision'))
        .$if(q !== '', (queue) => queue.where((eb) => eb.or([personNamed(eb.ref('t.person_id'), q), contains(eb.ref('t.title'), q)])))
        .where((eb) => liesBehind(eb.ref('t.due_on'), eb.ref('t.id'), 'asc', after))
        .innerJoin('person as p', 'p.id', 't.person_id')
        .leftJoin('organization as o', 'o.id', 't.organization_id')
        .select(['t.id', 'p.name as personName', 'o.name as employer', 't.title', 't.category', 't.decided_by as decidedBy'])
        .select(['t.due_on as dueOn', 't.due_provisional as provisional'])
        .orderBy('t.due_on')
        .orderBy('t.id')
        .limit(pages.take),
    ),
    readWorkCalendar(),
  ])
  const today = dateInShanghai(now)
  const { rows, next } = pages.cut(found, ({ dueOn, id }) => [dueOn, id])
  const shown = rows.map(
    ({ dueOn: on, provisional, ...row }): AppealRow => ({
      ...row,
      due: on ? { on, days: countWorkingDays(calendar, today, on).days, provisional } : null,
    }),
  )
  return { rows: shown, next }
}
