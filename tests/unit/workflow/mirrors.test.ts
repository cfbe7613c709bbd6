import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EMPLOYMENT_KINDS, RECORD_PATHS, ROLES, TITLE_LEVELS, UNIT_LEVELS } from '@/lib/access/types'
import { LOCALES } from '@/lib/i18n/locales'
import { diagram, workflowReadme } from '@/lib/workflow/diagram'
import { MACHINES, type Machine, STATES } from '@/lib/workflow/states'
import { ROOT } from '../../support/imports'

const schema = readdirSync(join(ROOT, 'prisma/schema'))
  .map((file) => readFileSync(join(ROOT, 'prisma/schema', file), 'utf8'))
  .join('\n')

function enumOf(name: string): string[] {
  const block = new RegExp(`^enum ${name} \\{\\n([^}]*)\\}`, 'm').exec(schema)?.[1]
  if (block === undefined) throw new Error(`no enum ${name} in the Prisma schema`)
  return [...block.matchAll(/^ {2}([a-z_]+)$/gm)].map((match) => match[1] ?? '')
}

const ENUM: Record<Machine, string> = {
  record: 'RecordState',
  batch: 'BatchState',
  objection: 'ObjectionState',
  filing: 'FilingState',
  year: 'YearState',
  term: 'YearState',
  certificate: 'CertificateState',
  case: 'CaseState',
  rule_set: 'RuleSetState',
  roster: 'RosterState',
  historic: 'HistoricState',
}

describe.each(MACHINES)('one machine, four mirrors: %s', (machine) => {
  const states = [...STATES[machine]].sort()

  test('its states are the database enum', () => {
    expect(enumOf(ENUM[machine]).sort()).toEqual(states)
  })

  test.each(LOCALES)('each state has its word in %s', (locale) => {
    const words = JSON.parse(readFileSync(join(ROOT, 'lib/i18n/messages', locale, 'states.json'), 'utf8')) as Record<Machine, object>
    expect(Object.keys(words[machine])).toEqual(expect.arrayContaining(states))
  })

  test('each state is drawn', () => {
    for (const state of states) expect(diagram(machine)).toMatch(new RegExp(`--> ${state}: `))
  })
})

test('lib/workflow/README.md draws every machine as its table has it; npm run diagrams writes it', () => {
  expect(readFileSync(join(ROOT, 'lib/workflow/README.md'), 'utf8')).toBe(workflowReadme())
  for (const machine of MACHINES) expect(workflowReadme()).toContain(diagram(machine))
})

test.each([
  ['Role', ROLES],
  ['EmploymentKind', EMPLOYMENT_KINDS],
  ['UnitLevel', UNIT_LEVELS],
  ['TitleLevel', TITLE_LEVELS],
  ['RecordPath', RECORD_PATHS],
] as const)('the database enum %s is that of lib/access', (name, values) => {
  expect(enumOf(name).sort()).toEqual([...values].sort())
})
