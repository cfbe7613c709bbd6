import 'server-only'
import { databaseNow, secondsAgo, statement } from '../database/statement'
import { ExpectedError } from '../input/errors'
import { indexPersonal } from './personal-number'

const countOneMore = statement('rate-consume', (db, given: { key: string; seconds: number }) =>
  db
    .insertInto('rate_window')
    .values({ key: given.key, started_at: databaseNow, count: 1 })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => {
        const isOver = eb('rate_window.started_at', '<', secondsAgo(given.seconds))
        return {
          count: eb
            .case()
            .when(isOver)
            .then(1)
            .else(eb('rate_window.count', '+', 1))
            .end(),
          started_at: eb.case().when(isOver).then(databaseNow).else(eb.ref('rate_window.started_at')).end(),
        }
      }),
    )
    .returning('count'),
)
const countNow = statement('rate-peek', (db, given: { key: string; seconds: number }) =>
  db.selectFrom('rate_window').select('count').where('key', '=', given.key).where('started_at', '>=', secondsAgo(given.seconds)),
)
const forget = statement('rate-reset', (db, given: { key: string }) => db.deleteFrom('rate_window').where('key', '=', given.key))

function hashed(key: string): string {
  return indexPersonal(key).toString('base64')
}

/** Counts one more under the key within its window and answers how many that makes. Keys are kept as hashes. Real clock. */
export async function consume(key: string, windowSeconds: number): Promise<number> {
  const [row] = await countOneMore({ key: hashed(key), seconds: windowSeconds })
  return row?.count ?? 1
}

/** How many stand under the key now. */
export async function peek(key: string, windowSeconds: number): Promise<number> {
  const [row] = await countNow({ key: hashed(key), seconds: windowSeconds })
  return row?.count ?? 0
}

export async function reset(key: string): Promise<void> {
  await forget({ key: hashed(key) })
}

/** Refuses what comes more often than `most` times in the window. For public forms. */
export async function limitRate(key: string, most: number, windowSeconds: number): Promise<void> {
  if ((await consume(key, windowSeconds)) > most) throw new ExpectedError({ code: 'too_many', seconds: windowSeconds })
}
