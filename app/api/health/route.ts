import { readHealth } from '@/lib/server/runtime/health'

/** 200 only when everything works; 503 with what does not. Open to anyone: a balancer asks without signing in. */
export async function GET(): Promise<Response> {
  const health = await readHealth()
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
