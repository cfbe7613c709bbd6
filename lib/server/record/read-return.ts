import 'server-only'
import { statesIn } from '@/lib/workflow/state-groups'
import { statement } from '../database/statement'

/** Why a record came back, from whom and when. */
export interface Return {
  reason: string
  at: string
  officeName: string | null
  actorName: string | null
}

const lastReturn = statement('last-return', (db, given: { recordId: string }) =>
  db
    .selectFrom('event as e')
    .leftJoin('account as a', 'a.id', 'e.actor_id')
    .leftJoin('organization as o', 'o.id', 'e.office_id')
    .select((eb) => [eb.ref('e.reason').$notNull().as('reason'), 'e.at', 'o.name as officeName', 'a.display_name as actorName'])
    .where('e.stream', '=', 'record')
    .where('e.stream_id', '=', given.recordId)
    .where('e.to_state', 'in', statesIn('record', 'returned'))
    .where('e.reason', 'is not', null)
    .orderBy('e.seq', 'desc')
    .limit(1),
)

/** The last return of the record, for whoever corrects it now. */
export async function readReturn(recordId: string): Promise<Return | null> {
  const [row] = await lastReturn({ recordId })
  return row ? { ...row, at: row.at.toISOString() } : null
}
