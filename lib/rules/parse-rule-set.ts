import { z } from 'zod'
import { anObject, date, needs, oneOf, text, year } from '@/lib/rules/fields'
import { Findings } from '@/lib/rules/findings'
import {
  CONVERSION_ALLOCATIONS,
  type Figure,
  ONE_OPTION_SCOPES,
  type Parsed,
  type Platform,
  type PublicDeadline,
  type RuleSet,
  STATUSES,
  SUBJECTS,
  UNITS,
} from '@/lib/rules/types'

const number = z.custom<number>((value) => typeof value === 'number' && Number.isFinite(value), { error: needs('a number') })
const status = oneOf(STATUSES)

function rows<Schema extends z.ZodType>(row: Schema) {
  return z.array(row, { error: needs('a list') })
}

const figure = z.strictObject(
  { key: text, from: date, until: date.optional(), value: number.nullable(), unit: oneOf(UNITS), clause: text, status },
  anObject,
)
const deadline = z.strictObject({ year, until: date, clause: text, status }, anObject)
const platform = z.strictObject(
  {
    code: text,
    name: text,
    subjects: rows(oneOf(SUBJECTS)),
    from: date,
    until: date.optional(),
    clause: text,
    nameStatus: status,
    fromStatus: status,
  },
  anObject,
)
const settings = z.strictObject(
  {
    oneOptionScope: oneOf(ONE_OPTION_SCOPES),
    conversionAllocation: oneOf(CONVERSION_ALLOCATIONS),
    denyAtShare: number,
    warnAtShare: number,
    transition: z.strictObject({ until: year, cohort: text }, anObject).nullable(),
  },
  anObject,
)

const ruleSet = z.strictObject(
  {
    id: text,
    fromYear: year,
    untilYear: year.optional(),
    figures: rows(figure),
    publicDeadlines: rows(deadline),
    /** May be left out: stored versions take their platforms from the register. */
    platforms: rows(platform).default([]),
    settings,
  },
  anObject,
)

/** Parses the shape of a stored rule set; answers with all problems at once, does not throw. `ruleSetProblems` checks the values. */
export function parseRuleSet(input: unknown): Parsed<RuleSet> {
  const parsed = ruleSet.safeParse(input)
  if (!parsed.success) {
    const findings = new Findings()
    findings.addAll([], parsed.error)
    return { ok: false, issues: findings.issues() }
  }
  const { untilYear, figures, publicDeadlines, platforms, ...rest } = parsed.data
  return {
    ok: true,
    value: {
      ...rest,
      ...(untilYear === undefined ? {} : { untilYear }),
      figures: figures.map(withoutUndefined) as Figure[],
      publicDeadlines: publicDeadlines as PublicDeadline[],
      platforms: platforms.map(withoutUndefined) as Platform[],
    },
  }
}

function withoutUndefined<Row extends { until?: unknown }>({ until, ...row }: Row): Omit<Row, 'until'> & { until?: unknown } {
  return until === undefined ? row : { ...row, until }
}
