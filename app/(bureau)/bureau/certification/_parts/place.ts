import { COUNTIES } from '@/lib/access/regions'
import { afterParam } from '@/lib/server/input/keyset'
import { enumParam, textParam } from '@/lib/server/input/search'
import { CERTIFICATION_KINDS } from '@/lib/server/year/read-certification-queue'

/** The queue's search parameters. */
export const queueShape = {
  q: textParam(),
  kind: enumParam(CERTIFICATION_KINDS),
  region: enumParam(COUNTIES),
  after: afterParam('instant'),
  done: enumParam(['certified', 'returned'] as const),
  count: enumParam(Array.from({ length: 100 }, (_, index) => String(index + 1)) as [string, ...string[]]),
}
