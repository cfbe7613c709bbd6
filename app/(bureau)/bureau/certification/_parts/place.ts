import { COUNTIES } from '@/lib/access/regions'
import { cursorParam, enumParam, textParam } from '@/lib/server/input/search'
import { CERTIFICATION_KINDS, certificationCursor } from '@/lib/server/year/read-certification-queue'

/** The queue's search parameters. */
export const queueShape = {
  q: textParam(),
  kind: enumParam(CERTIFICATION_KINDS),
  region: enumParam(COUNTIES),
  after: cursorParam(certificationCursor),
  done: enumParam(['certified', 'returned'] as const),
  count: enumParam(Array.from({ length: 100 }, (_, index) => String(index + 1)) as [string, ...string[]]),
}
