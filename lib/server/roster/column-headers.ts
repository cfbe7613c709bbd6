import 'server-only'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { readMessages } from '../runtime/messages'
import type { RosterHeads } from './parse-roster'
import { ROSTER_COLUMNS, type RosterColumn } from './row-problems'

/** The headings of a roster in both languages, the reader's own first: a template keeps its language, whoever uploads it. */
export async function rosterColumnHeaders(own: Locale): Promise<RosterHeads> {
  const languages = [own, ...LOCALES.filter((locale) => locale !== own)]
  const all = await Promise.all(languages.map(async (locale) => (await readMessages(locale)).roster as unknown as Words))
  return Object.fromEntries(ROSTER_COLUMNS.map((column) => [column, all.map((words) => words.column[column])])) as unknown as RosterHeads
}

interface Words {
  column: Record<RosterColumn, string>
}
