import 'server-only'
import type { Machine } from '@/lib/workflow/states'
import { anyOf, statement } from './statement'

export interface LastAct {
  by: string | null
  machine: Machine | null
  event: string | null
  at: Date | null
}

const latest = statement('last-event', (db, given: { ids: readonly string[] }) =>
  db
    .selectFrom('event as e')
    .leftJoin('account as a', 'a.id', 'e.actor_id')
    .select((eb) => ['a.display_name as by', eb.ref('e.stream').$castTo<Machine>().as('machine'), 'e.event', 'e.at'])
    .where('e.stream_id', '=', anyOf(given.ids, 'uuid'))
    .orderBy('e.at', 'desc')
    .orderBy('e.seq', 'desc')
    .limit(1),
)

/** The latest event of any of these things: who did what, when. */
export async function readLastEvent(ids: readonly string[]): Promise<LastAct> {
  const [last] = await latest({ ids })
  return last ?? { by: null, machine: null, event: null, at: null }
}
