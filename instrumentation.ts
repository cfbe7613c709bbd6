/** Once, when the server starts: an incomplete environment ends it at once, not at the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { env } = await import('./lib/server/env')
  env()
}
