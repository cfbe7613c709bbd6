import 'server-only'
import type { z } from 'zod'
import { STATUSES, SUBJECTS } from '@/lib/rules/types'
import { choice, choices, date, optionalDate, text } from '../input/fields'

/** The clauses a platform can rest on; `document`: on a later document alone, which is then named in the clause's place. */
export const PLATFORM_SOURCES = ['N5.2', 'M12.12', 'N3.3', 'document'] as const

/** How sure the row is and what it rests on. */
export const basisShape = {
  name: text(80),
  status: choice(STATUSES),
  source: choice(PLATFORM_SOURCES),
  document: text(200),
}

export const windowShape = {
  ...basisShape,
  subjects: choices(SUBJECTS),
  from: date(),
  until: optionalDate(),
}

type Basis = z.infer<z.ZodObject<typeof basisShape>>

export function basisData({ name, status, source, document }: Basis) {
  return { name, status, source: source === 'document' ? document : source, document }
}
