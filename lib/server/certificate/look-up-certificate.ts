import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { invalid } from '../input/errors'
import { text } from '../input/fields'
import { parseChecked } from './read-certificate-for-check'

export const lookUpInput = z.strictObject({ code: text(4_000, { lines: true }) })

/** Which check page the typed text asks for. Nothing is read here. */
export async function lookUpCertificate(_: Actor, { code }: z.infer<typeof lookUpInput>): Promise<{ key: string }> {
  const key = parseChecked(code)
  if (key === null) throw invalid({ code: { key: 'check_code' } })
  return { key }
}
