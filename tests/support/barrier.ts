import { pool } from '@/lib/server/database/db'

type Query = typeof pool.query

/**
 * Runs the works at once and holds each at the door, when it has read and decided, until all stand there (or have given up before it).
 * So every one of them acts on what it read before any of the others wrote.
 */
export async function atOnce<T>(...works: (() => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> {
  const query = pool.query.bind(pool) as Query
  let expected = works.length
  let arrived = 0
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const look = () => {
    if (arrived >= expected) open()
  }
  pool.query = (async (...given: Parameters<Query>) => {
    const first = given[0] as unknown as { name?: string }
    if (typeof first === 'object' && first.name?.startsWith('commit:')) {
      arrived += 1
      look()
      await opened
    }
    return query(...given)
  }) as unknown as Query
  try {
    return await Promise.allSettled(
      works.map(async (work) => {
        try {
          return await work()
        } finally {
          expected -= arrived >= expected ? 0 : 1
          look()
        }
      }),
    )
  } finally {
    pool.query = query
  }
}
