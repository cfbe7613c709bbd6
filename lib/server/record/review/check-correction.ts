import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { decryptPersonal, encryptPersonal } from '../../security/personal-number'
import { type CorrectRecord, correctRecordInput } from './plan-correction'
import { previewCorrection } from './preview-correction'

/**
 * What was typed, looked at as a whole and handed on to the page that confirms it: nothing is changed yet. It travels sealed in the
 * address, so that it works without scripts and no text of a person's record stands in a log.
 */
export async function checkCorrection(
  actor: Actor,
  input: CorrectRecord,
  { now }: { now: Date },
): Promise<{ record: string; draft: string }> {
  await previewCorrection(actor, input, now)
  const typed = Object.fromEntries(Object.entries(input).map(([name, value]) => [name, value === null ? '' : String(value)]))
  return { record: input.record, draft: encryptPersonal(JSON.stringify(typed)).toString('base64url') }
}

/** What was typed for this record, as the form takes it; null where the address holds none. */
export function openCorrection(draft: string | null, record: string): { typed: Record<string, string>; input: CorrectRecord } | null {
  if (draft === null) return null
  try {
    const typed = z.record(z.string(), z.string()).parse(JSON.parse(decryptPersonal(Buffer.from(draft, 'base64url'))))
    const input = correctRecordInput.parse(typed)
    return input.record === record ? { typed, input } : null
  } catch {
    return null
  }
}
