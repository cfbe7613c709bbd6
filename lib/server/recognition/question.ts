import 'server-only'
import { z } from 'zod'
import { type PlainDate, parseTypedDate } from '@/lib/calendar/plain-date'
import { SUBJECTS } from '@/lib/rules/types'
import { enumParam } from '../input/search'

/** Longer than any name; what is typed beyond it is not looked for. */
const MAX_CHARACTERS = 60
const MAX_WORDS = 5

/** The question as it stands in an address: words, day, subject. Typed by people: nothing of it is refused, an unreadable day is told. */
export const questionShape = {
  q: z
    .string()
    .max(4000)
    .transform((typed) =>
      [
        ...typed
          .normalize('NFC')
          .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
          .trim(),
      ]
        .slice(0, MAX_CHARACTERS)
        .join('')
        .trim(),
    )
    .catch(''),
  on: z.string().max(40).trim().catch(''),
  subject: enumParam(SUBJECTS),
}

/** The day asked about: today where none is given, null where it cannot be read. */
export function dayAsked(typed: string, today: PlainDate): PlainDate | null {
  return typed === '' ? today : parseTypedDate(typed)
}

/** The words that a name must all contain. */
export function wordsOf(q: string): string[] {
  return q.split(/\s+/u).filter(Boolean).slice(0, MAX_WORDS)
}
