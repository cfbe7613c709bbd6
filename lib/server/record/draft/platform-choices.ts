import 'server-only'
import { plainDate } from '@/lib/calendar/plain-date'
import { type PlatformAnswer, platformOn } from '@/lib/rules/platform-on'
import type { Platform } from '@/lib/rules/types'
import { ruleSetInForce } from '../../rule-set/in-force'
import type { RecordContent } from '../content'

/** A platform of the register with its windows, and whether what was completed on the record's day counts. */
export interface PlatformChoice {
  code: string
  name: string
  windows: Pick<Platform, 'subjects' | 'from' | 'until'>[]
  answer: PlatformAnswer | null
}

/** As many as one looks through; a name finds the rest. */
const SHOWN = 20
const ORDER: (PlatformAnswer | null)[] = ['counts', 'other_subject', 'over', 'not_yet', null]

/** The platforms whose name holds these words, those that count on the record's day first. */
export function platformChoices(content: RecordContent, words: string): { shown: PlatformChoice[]; more: boolean } {
  const looked = words.normalize('NFKC').toLowerCase()
  const found = registered(content).filter(({ code, name }) => `${name} ${code}`.normalize('NFKC').toLowerCase().includes(looked))
  const sorted = found.sort((a, b) => ORDER.indexOf(a.answer) - ORDER.indexOf(b.answer) || (a.code < b.code ? -1 : 1))
  return { shown: sorted.slice(0, SHOWN), more: found.length > SHOWN }
}

/** The record's own platform; null where none is said, or one that the register does not hold. */
export function platformOf(content: RecordContent): PlatformChoice | null {
  return registered(content).find(({ code }) => code === content.details.platform) ?? null
}

export function isRegisteredPlatform(code: string, year: number): boolean {
  return ruleSetInForce(year).platforms.some((platform) => platform.code === code)
}

function registered({ subject, completedOn, year }: RecordContent): PlatformChoice[] {
  const byCode = new Map<string, Platform[]>()
  for (const row of ruleSetInForce(year).platforms) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row])
  return [...byCode].map(([code, windows]) => ({
    code,
    name: windows.at(-1)?.name ?? code,
    windows: windows.map(({ subjects, from, until }) => ({ subjects, from, ...(until ? { until } : {}) })),
    answer: subject && completedOn ? platformOn(windows, subject, plainDate(completedOn)) : null,
  }))
}
