/** A line of the table that `npm run bench` prints. */
export interface BenchRow {
  name: string
  value: number | string
  unit: string
  target: string
}

export function rounded(value: number, digits = 1): number {
  return Math.round(value * 10 ** digits) / 10 ** digits
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The median of several runs in milliseconds, after a few to warm up. */
export async function medianOf(runs: number, work: () => Promise<unknown>): Promise<number> {
  for (let warm = 0; warm < 3; warm += 1) await work()
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) times.push(await timed(work))
  return times.sort((a, b) => a - b)[runs >> 1] ?? 0
}
