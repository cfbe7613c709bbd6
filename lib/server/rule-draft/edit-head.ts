import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { id, number, text, version } from '../input/fields'
import { changeDraft } from './change-draft'
import { EFFECTIVE_YEARS } from './start-draft'

export const editHeadInput = z.strictObject({ id: id(), version: version(), title: text(80), effectiveYear: number(EFFECTIVE_YEARS) })

/** What the draft is called and from which credit year it is to rule. */
export async function editHead(actor: Actor, input: z.infer<typeof editHeadInput>, { now }: { now: Date }): Promise<{ id: string }> {
  const { title, effectiveYear } = input
  return changeDraft(actor, input, now, ({ content }) => ({
    at: 'fromYear',
    title,
    effectiveYear,
    content: { ...content, fromYear: effectiveYear },
  }))
}
