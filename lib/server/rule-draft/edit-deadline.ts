import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { plainDate } from '@/lib/calendar/plain-date'
import type { PublicDeadline } from '@/lib/rules/types'
import { invalid } from '../input/errors'
import { date, id, number, version } from '../input/fields'
import { changeDraft } from './change-draft'
import { basisFields } from './edit-figure'
import { EFFECTIVE_YEARS } from './start-draft'

export const editDeadlineInput = z.strictObject({
  id: id(),
  version: version(),
  year: number(EFFECTIVE_YEARS),
  until: date(),
  ...basisFields,
})

/** The last day of public-subject study for one credit year; on that year's own 31 December it is as if none were set. */
export async function editDeadline(
  actor: Actor,
  input: z.infer<typeof editDeadlineInput>,
  { now }: { now: Date },
): Promise<{ id: string }> {
  const { year, until, clause, status, document } = input
  const [least, most] = [plainDate(`${year}-12-31`), plainDate(`${year + 1}-12-31`)]
  if (until < least || until > most) throw invalid({ until: { key: 'between_days', values: { least, most } } })
  const at = `publicDeadlines.${year}`
  return changeDraft(actor, input, now, ({ content, sources }) => {
    const row: PublicDeadline = { year, until, clause, status }
    const others = content.publicDeadlines.filter((deadline) => deadline.year !== year)
    const publicDeadlines = until === least ? others : [...others, row].sort((a, b) => a.year - b.year)
    return { at, content: { ...content, publicDeadlines }, sources: { ...sources, [at]: { document } } }
  })
}
