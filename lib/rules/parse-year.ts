import { z } from 'zod'
import { optionIds } from '@/lib/rules/credit-year'
import { anObject, anyText, date, isDate, isObject, needs, oneOf, year } from '@/lib/rules/fields'
import type { Findings } from '@/lib/rules/findings'
import { commonFields, recordSchemas } from '@/lib/rules/record-schemas'
import { ruleSetFor } from '@/lib/rules/rule-sets'
import {
  CATEGORIES,
  type Category,
  CONVERSION_ALLOCATIONS,
  ONE_OPTION_SCOPES,
  type RecordInput,
  type RuleSet,
  type YearCase,
} from '@/lib/rules/types'

/** Upper limit of records in a case. */
export const MAX_RECORDS = 1_000

const schema = z.strictObject({
  kind: z.literal('year'),
  year,
  ruleSet: anyText.optional(),
  settings: z
    .strictObject(
      {
        oneOptionScope: oneOf(ONE_OPTION_SCOPES).optional(),
        conversionAllocation: oneOf(CONVERSION_ALLOCATIONS).optional(),
      },
      anObject,
    )
    .optional(),
  person: z.strictObject({ transferredIn: z.strictObject({ date, from: anyText.optional() }, anObject).optional() }, anObject).optional(),
  choice: anyText.optional(),
  records: z.array(z.unknown(), { error: needs('a list of records') }).max(MAX_RECORDS, { error: `needs at most ${MAX_RECORDS} records` }),
})

/** The parsed case; null where it has problems, which are all added to `findings`. */
export function parseYear(input: Record<string, unknown>, findings: Findings, ruleSets: readonly RuleSet[]): YearCase | null {
  const head = schema.safeParse(input)
  if (head.error) findings.addAll([], head.error)

  const { ruleSet, records } = input
  const named = ruleSets.find((set) => set.id === ruleSet)
  if (typeof ruleSet === 'string' && !named) findings.add(['ruleSet'], `needs one of ${ruleSets.map((set) => set.id).join(', ')}`)
  const read = Array.isArray(records) ? parseRecords(records, findings) : []
  if (!head.success || findings.found) return null

  const value: YearCase = { ...head.data, records: read }
  return isChoiceValid(value, named ?? ruleSetFor(value.year, ruleSets), findings) ? value : null
}

function parseRecords(inputs: readonly unknown[], findings: Findings): RecordInput[] {
  const records: RecordInput[] = []
  const ids = new Set<string>()
  for (const [index, input] of inputs.entries()) {
    const path = ['records', index]
    if (!isObject(input)) {
      findings.add(path, 'needs an object')
      continue
    }
    const record = parseRecord(input, path, findings)
    if (record) records.push(record)
    const { id } = input
    if (typeof id !== 'string' || id === '') continue
    if (ids.has(id)) findings.add([...path, 'id'], `${JSON.stringify(id)} is the id of an earlier record`)
    ids.add(id)
  }
  return records
}

function parseRecord(input: Record<string, unknown>, path: readonly PropertyKey[], findings: Findings): RecordInput | null {
  const { category } = input
  if (!isCategory(category)) {
    findings.add([...path, 'category'], `needs one of ${CATEGORIES.join(', ')}`)
    const common = commonFields.safeParse(input)
    if (common.error) findings.addAll(path, common.error)
    return null
  }
  const read = recordSchemas[category].safeParse(input)
  if (read.error) findings.addAll(path, read.error)
  if (category === 'training') checkSpan(input, path, findings)
  return read.success ? read.data : null
}

function isCategory(value: unknown): value is Category {
  return typeof value === 'string' && (CATEGORIES as readonly string[]).includes(value)
}

/** Checks the raw fields, so that the problem is reported together with others of the same record. */
function checkSpan({ startedOn, completedOn }: Record<string, unknown>, path: readonly PropertyKey[], findings: Findings): void {
  if (isDate(startedOn) && isDate(completedOn) && startedOn > completedOn)
    findings.add([...path, 'startedOn'], `is ${startedOn}: needs a day not after completedOn, ${completedOn}`)
}

function isChoiceValid(value: YearCase, ruleSet: RuleSet, findings: Findings): boolean {
  if (value.choice === undefined) return true
  const ids = optionIds(value, ruleSet)
  if (ids.includes(value.choice)) return true
  const some = ids.slice(0, 10).join(', ')
  findings.add(
    ['choice'],
    ids.length === 0 ? 'is given, but the year has no option' : `needs one of the year's ${ids.length} options: ${some}`,
  )
  return false
}
