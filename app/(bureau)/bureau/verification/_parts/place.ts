import 'server-only'
import { COUNTIES } from '@/lib/access/regions'
import { CATEGORIES } from '@/lib/rules/types'
import { optionalId, optionalText } from '@/lib/server/input/fields'
import { afterParam } from '@/lib/server/input/keyset'
import { buildUrl, enumParam, idParam, textParam } from '@/lib/server/input/search'
import { QUEUE_KINDS } from '@/lib/server/record/review/read-verification-queue'

/** What the page can say is now the case. */
export const DONE = ['verified', 'returned', 'rejected', 'accepted', 'publicized', 'confirmed'] as const

/** The queue's search parameters. */
export const queueShape = {
  q: textParam(),
  category: enumParam(CATEGORIES),
  kind: enumParam(QUEUE_KINDS),
  region: enumParam(COUNTIES),
  after: afterParam('day'),
  record: idParam(),
  act: enumParam(['verify', 'return', 'reject', 'accept', 'publicize', 'confirm'] as const),
  done: enumParam(DONE),
  was: idParam(),
  count: enumParam(Array.from({ length: 200 }, (_, index) => String(index + 1)) as [string, ...string[]]),
}

/** Where a decision leads: to the next record of the list as it was filtered. */
export const placeShape = { next: optionalId(), back: optionalText(400) }

const KEPT = ['q', 'category', 'kind', 'after'] as const

/** The queue after a decision, with the filters it had; one record that was decided is named, so that it can be opened again. */
export function queueAfter(
  done: (typeof DONE)[number],
  count: number,
  { next, back, record }: { next: string | null; back: string; record: readonly string[] },
): string {
  const before = new URLSearchParams(back)
  const kept = Object.fromEntries(KEPT.map((name) => [name, before.get(name)]))
  return buildUrl('/bureau/verification', { ...kept, record: next, done, count, was: record.length === 1 ? record[0] : null })
}
