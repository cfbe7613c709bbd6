import pg from 'pg'

export interface Statement {
  text: string
  values: readonly unknown[]
}

interface Watched {
  text?: string
  values?: unknown[]
}

/** Every statement that reaches PostgreSQL while the work runs, whichever way it is sent: each is a round trip. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const seen: Statement[] = []
  const query = pg.Client.prototype.query
  pg.Client.prototype.query = function watched(this: pg.Client, ...given: unknown[]) {
    const [first, second] = given as [string | Watched, unknown]
    if (typeof first === 'string') seen.push({ text: first, values: Array.isArray(second) ? second : [] })
    else if (typeof first?.text === 'string') seen.push({ text: first.text, values: first.values ?? (Array.isArray(second) ? second : []) })
    return Reflect.apply(query, this, given)
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return seen
}
