import 'server-only'
import { readSettings } from '../runtime/settings'

const MANY = 10

/** The credit years by which a list may be filtered: the latest open one and those before it. */
export async function yearsToFind(): Promise<number[]> {
  const { openYears } = await readSettings()
  const latest = Math.max(...openYears)
  return Number.isFinite(latest) ? Array.from({ length: MANY }, (_, back) => latest - back) : []
}
