/**
 * Called by Next once at the start: checks the environment, so that an incomplete one fails here and not at the first request, and loads
 * the rules.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { env } = await import('@/lib/server/runtime/env')
  env()
  const { freshRules } = await import('./lib/server/rule-set/in-force')
  await freshRules().catch(() => undefined) // without a database the site still starts, but reports itself unhealthy
}
