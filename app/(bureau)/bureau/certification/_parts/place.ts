import { COUNTIES } from '@/lib/access/regions'
import { cursor, filtered, searched } from '@/lib/server/input/search'
import { CERTIFICATION_KINDS, certificationCursor } from '@/lib/server/year/read-certification-queue'

/** The queue's search parameters. */
export const queueShape = {
  q: searched(),
  kind: filtered(CERTIFICATION_KINDS),
  region: filtered(COUNTIES),
  after: cursor(certificationCursor),
  done: filtered(['certified', 'returned'] as const),
  count: filtered(Array.from({ length: 100 }, (_, index) => String(index + 1)) as [string, ...string[]]),
}
