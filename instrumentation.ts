/** Once, when the server starts: an incomplete environment ends it at once, not at the first request; the rules are read. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { env } = await import('@/lib/server/runtime/env')
  env()
  const { freshRules } = await import('./lib/server/rule-set/in-force')
  await freshRules().catch(() => undefined) // without its database the site is not healthy, but it is there
}
