import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import type { Subject } from '@/lib/rules/types'
import { inTransaction, lockUntilCommit } from '../database/in-transaction'
import { type Queryable, runOnce, textArray } from '../database/statement'
import { conflict, forbidden, notFound } from '../input/errors'
import { raiseRulesRevision } from '../rule-set/in-force'

/**
 * A change of the register of platforms, administrators only, one after the other: whether a window overlaps another can only be said while
 * nobody adds one. The rules' revision is raised with it, so that the gates of crediting know at once.
 */
export async function changeRegister<T>(actor: Actor, work: (on: Queryable, accountId: string) => Promise<T>): Promise<T> {
  const { accountId } = actor
  if (!can(actor, 'platform_edit', {}) || accountId === null) throw forbidden()
  return inTransaction(async (on) => {
    await lockUntilCommit(on, 'platforms')
    const answer = await work(on, accountId)
    await raiseRulesRevision(on)
    return answer
  })
}

/** The window as the page showed it; whoever changed it meanwhile was first. */
export async function windowForChange(on: Queryable, id: string, version: number) {
  const [row] = await runOnce(
    (db) =>
      db
        .selectFrom('platform')
        .select(['code', 'name', 'from_on as from', 'until_on as until', 'status', 'source', 'document', 'version'])
        .select((eb) => textArray<Subject>(eb.ref('subjects')).as('subjects'))
        .where('id', '=', id),
    on,
  )
  if (!row) throw notFound()
  if (row.version !== version) throw conflict()
  return row
}
