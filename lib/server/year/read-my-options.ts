import 'server-only'
import type { Actor } from '@/lib/access/types'
import { type Alternative, alternativesOf } from '@/lib/rules/alternatives'
import { evaluateYear, withValidChoice } from '@/lib/rules/evaluate-year'
import { ruleSetFor } from '@/lib/rules/rule-sets'
import type { Category, RecordInput, ResultLine, SubjectHours, YearSettings } from '@/lib/rules/types'
import { countsHours, isInGroup } from '@/lib/workflow/state-groups'
import type { YearState } from '@/lib/workflow/states'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { notFound } from '../input/errors'
import { evaluatePersonYear, yearCaseOf, yearInputs } from '../ledger/ledgers'
import { loadPersonRecords, minimumsOf, type PersonRecords } from '../ledger/load-person-records'
import { readSettings } from '../runtime/settings'

export interface YearOption {
  recordId: string
  title: string
  category: Category
  option: string | null
  completedOn: string | null
  /** What it would count alone, and what it would make of the year. */
  hours: number
  totals: SubjectHours
  met: boolean
  line: ResultLine | null
  recommended: boolean
  selected: boolean
  /** As what else it could count, were there proof of it, the highest first. */
  alternatives: Alternative[]
}

/** The year under another reading of the rules, where that would make a difference. */
export interface OtherReading {
  setting: 'same_achievement' | 'all' | 'public_first' | 'professional_only'
  totals: SubjectHours
  met: boolean
}

export interface MyOptions {
  year: number
  years: number[]
  state: YearState | null
  locked: boolean
  /** The person has chosen; else the highest counts by itself. */
  chosen: boolean
  options: YearOption[]
  required: { total: number; professional: number }
  readings: OtherReading[]
}

/** Hours that are missing of the year that the option makes. */
export function shortOf({ totals }: Pick<YearOption, 'totals'>, required: MyOptions['required']): number {
  return Math.max(required.total - totals.total, required.professional - totals.professional, 0)
}

/** The year's achievements side by side: each with the year it would make (M21.4). Registered records only: nothing else can be chosen yet. */
export async function readMyOptions(actor: Actor, asked: number | null): Promise<MyOptions> {
  if (actor.personId === null) throw notFound()
  const [settings, person] = await Promise.all([readSettings(), loadPersonRecords(actor.personId)])
  if (!person) throw notFound()
  const years = [...new Set([...settings.openYears, ...person.years.map((row) => row.year)])].sort((a, b) => b - a)
  const withOptions = person.years.map((row) => row.year).sort((a, b) => b - a)
  const year = asked !== null && years.includes(asked) ? asked : (withOptions[0] ?? years[0] ?? 0)
  const row = person.years.find((candidate) => candidate.year === year)
  const inputs = yearInputs(
    person.records.filter((record) => countsHours(record.state)),
    year,
  )
  const current = evaluatePersonYear(person, year, inputs, row?.choiceId ?? null)
  const titles = await db.hourRecord.findMany({
    where: { id: { in: current.choice.options.map((option) => option.id) } },
    select: { id: true, title: true, category: true, option: true, completedOn: true },
  })
  const options = current.choice.options.flatMap(({ id, hours }): YearOption[] => {
    const record = titles.find((candidate) => candidate.id === id)
    if (!record) return []
    const result = evaluatePersonYear(person, year, inputs, id)
    return [
      {
        recordId: id,
        title: record.title,
        category: record.category,
        option: record.option,
        completedOn: day(record.completedOn),
        hours,
        totals: result.totals,
        met: result.met,
        line: result.lines.find((line) => line.id === id) ?? null,
        recommended: current.choice.recommended === id,
        selected: current.choice.selected === id,
        alternatives: alternativesOf(yearCaseOf(person, year, inputs, null), id, { ruleSet: ruleSetFor(year, person.rules.sets) }).filter(
          ({ entered }) => !entered,
        ),
      },
    ]
  })
  return {
    year,
    years,
    state: row?.state ?? null,
    locked: row !== undefined && isInGroup('year', row.state, 'option_locked'),
    chosen: row?.choiceId != null,
    options,
    required: minimumsOf(year),
    readings: options.length > 0 ? otherReadings(person, year, inputs, row?.choiceId ?? null, current.totals) : [],
  }
}

const READINGS: readonly { setting: OtherReading['setting']; settings: YearSettings }[] = [
  { setting: 'same_achievement', settings: { oneOptionScope: 'same_achievement' } },
  { setting: 'all', settings: { oneOptionScope: 'all' } },
  { setting: 'public_first', settings: { conversionAllocation: 'public_first' } },
  { setting: 'professional_only', settings: { conversionAllocation: 'professional_only' } },
]

/** The scope of the one-option rule and the way converted hours fill the subjects are readings of a damaged text: told where another one matters. */
function otherReadings(
  person: PersonRecords,
  year: number,
  inputs: readonly RecordInput[],
  choice: string | null,
  now: SubjectHours,
): OtherReading[] {
  const ruleSet = ruleSetFor(year, person.rules.sets)
  return READINGS.flatMap(({ setting, settings }) => {
    const input = { ...yearCaseOf(person, year, inputs, choice), settings }
    const { totals, met } = evaluateYear(withValidChoice(input, { ruleSet }), { ruleSet })
    const differs = totals.total !== now.total || totals.professional !== now.professional
    return differs ? [{ setting, totals, met }] : []
  })
}
