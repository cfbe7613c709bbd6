import { Engine, type RuleProperties } from 'json-rules-engine'
import { figureOf, rateKey, rulingDay } from '@/lib/rules/lookup'
import { type Category, OPTIONS, type RecordInput, type RuleSet, type YearCase } from '@/lib/rules/types'

/**
 * The same crediting as JSON rules: rates, gates and windows from the rule set as conditions, one engine for each category
 * so that only rules which can apply are looked at, stopped at the first gate. Sums, cap and choice are plain code around it.
 * Left out in its favour: repeated achievements, transfers, allocation to subjects, explanations and warnings.
 */
export function engineTotals(ruleSet: RuleSet, year: number): (input: YearCase) => Promise<number> {
  const engines = new Map(Object.keys(OPTIONS).map((category) => [category, engineOf(category as Category, ruleSet, year)]))

  async function hoursOf(record: RecordInput): Promise<number> {
    const engine = engines.get(record.category)
    if (!engine) throw new Error(`no engine for ${record.category}`)
    const { events } = await engine.run({ option: null, subject: null, presented: false, author: 'first', ...record, ...derived(record) })
    if (events.some((event) => event.type === 'stopped')) return 0
    return events.reduce((hours, event) => hours + Number(event.params?.each) * quantity(record) + Number(event.params?.extra ?? 0), 0)
  }

  return async function total(input) {
    let [attended, courseware, converted] = [0, 0, 0]
    for (const record of input.records) {
      const hours = await hoursOf(record)
      if (!('subject' in record)) converted = Math.max(converted, hours)
      else if (record.category === 'courseware' && record.subject === 'public') courseware += hours
      else attended += hours
    }
    return attended + Math.min(30, courseware) + converted
  }
}

function derived(record: RecordInput): Record<string, unknown> {
  if (record.category !== 'training') return {}
  const span = (Date.parse(record.completedOn) - Date.parse(record.startedOn)) / 86_400_000 + 1
  return { span, filedOn: record.filing?.approvedOn ?? '9999-12-31' }
}

function quantity(record: RecordInput): number {
  switch (record.category) {
    case 'training':
      return record.days
    case 'teaching':
      return record.times
    case 'courseware':
      return record.labelledHours ?? record.courses ?? 1
    case 'elsewhere':
    case 'other':
      return record.hours
    default:
      return 1
  }
}

function engineOf(category: Category, ruleSet: RuleSet, year: number): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true })
  engine.addOperator<string, string>('before', (value, limit) => value < limit)
  engine.addOperator<string, string>('after', (value, limit) => value > limit)
  for (const rule of [...gates(category, ruleSet, year), ...rates(category, ruleSet, year)]) engine.addRule(rule)
  engine.on('stopped', () => engine.stop())
  return engine
}

function rates(category: Category, ruleSet: RuleSet, year: number): RuleProperties[] {
  const options: readonly (string | null)[] = OPTIONS[category].length > 0 ? OPTIONS[category] : [null]
  const rules: RuleProperties[] = options.map((option) => ({
    conditions: { all: [{ fact: 'option', operator: 'equal', value: option }] },
    event: { type: 'hours', params: { each: figureOf(ruleSet, rateKey(category, option), rulingDay(year)).value } },
  }))
  const presented = { all: [{ fact: 'presented', operator: 'equal', value: true }] }
  if (category === 'conference') rules.push({ conditions: presented, event: { type: 'hours', params: { each: 0, extra: 5 } } })
  return rules
}

function gates(category: Category, ruleSet: RuleSet, year: number): RuleProperties[] {
  const inYear = { fact: 'completedOn', operator: 'after', value: `${year}-12-31` }
  const inDeadline = { fact: 'completedOn', operator: 'after', value: ruleSet.publicDeadlines.find((row) => row.year === year)?.until }
  const isPublic = { fact: 'subject', operator: 'equal', value: 'public' }
  const isNotPublic = { fact: 'subject', operator: 'notEqual', value: 'public' }
  const outside = [
    { fact: 'completedOn', operator: 'before', value: `${year}-01-01` },
    { all: [isNotPublic, inYear] },
    { all: [isPublic, inDeadline] },
  ]
  const stop = (any: object[]): RuleProperties => ({ priority: 2, conditions: { any } as never, event: { type: 'stopped' } })
  const rules = [stop(outside)]
  if (category === 'training') {
    rules.push(stop([{ fact: 'days', operator: 'greaterThan', value: { fact: 'span' } }]))
    const isProfessional = { fact: 'subject', operator: 'equal', value: 'professional' }
    rules.push(stop([{ all: [isProfessional, { fact: 'filedOn', operator: 'after', value: { fact: 'startedOn' } }] }]))
  }
  if (category === 'teaching') rules.push(stop([{ fact: 'unitApproved', operator: 'equal', value: false }]))
  if (category === 'degree') rules.push(stop([{ fact: 'option', operator: 'equal', value: 'below-bachelor' }]))
  if (category === 'courseware') rules.push(stop([{ not: { any: ruleSet.platforms.map(window) } }]))
  return rules
}

function window(platform: RuleSet['platforms'][number]): object {
  return {
    all: [
      { fact: 'platform', operator: 'equal', value: platform.code },
      { fact: 'subject', operator: 'in', value: [...platform.subjects] },
      { not: { fact: 'completedOn', operator: 'before', value: platform.from } },
      { not: { fact: 'completedOn', operator: 'after', value: platform.until ?? '9999-12-31' } },
    ],
  }
}
