import 'server-only'
import type { Actor } from '@/lib/access/types'
import type { Category, ResultLine, SubjectHours } from '@/lib/rules/types'
import { countsHours, stateIs } from '@/lib/workflow/ask'
import type { YearState } from '@/lib/workflow/states'
import { db } from '../db'
import { notFound } from '../errors'
import { readSettings } from '../settings'
import { evaluatePersonYear, yearInputs } from './ledgers'
import { loadPersonRecords, minimumsOf } from './load-year-records'

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
        completedOn: record.completedOn?.toISOString().slice(0, 10) ?? null,
        hours,
        totals: result.totals,
        met: result.met,
        line: result.lines.find((line) => line.id === id) ?? null,
        recommended: current.choice.recommended === id,
        selected: current.choice.selected === id,
      },
    ]
  })
  return {
    year,
    years,
    state: row?.state ?? null,
    locked: row !== undefined && stateIs('year', row.state, 'option_locked'),
    chosen: row?.choiceId != null,
    options,
    required: minimumsOf(year),
  }
}
