import 'server-only'

/** What the token holds, and nothing else: role and office are read from the database on each request. */
export interface SessionToken {
  accountId: string
  sessionId: string
  sessionVersion: number
}
