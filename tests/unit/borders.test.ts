import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  type Breach,
  barrels,
  chineseText,
  doorBreaches,
  importBreaches,
  impurities,
  openDoors,
  stateComparisons,
  unguarded,
  untypedColumns,
} from '../support/borders'
import { importCircles, UPWARDS, upwardImports } from '../support/floors'
import { ROOT, readSource, readSources, type Source } from '../support/imports'

const sources = readSources()

/** Prints every breach with file and line. */
function expectNone(found: readonly Breach[]) {
  expect(found.join('\n')).toBe('')
}

test.each([
  'app',
  'components/ui',
  'components/forms',
  'lib/calendar',
  'lib/rules',
  'lib/workflow',
  'lib/access',
  'lib/server',
  'lib/cli',
  'tests/unit',
])('files of %s were read, imports too', (room) => {
  const seen = sources.filter((source) => source.path.startsWith(`${room}/`))
  expect(seen.length).toBeGreaterThan(0)
  expect(seen.flatMap((source) => source.imports).length).toBeGreaterThan(0)
})

test.each(['lib/server/transition/commit-transitions', 'lib/server/transition/act'])('%s is there, and imported', (door) => {
  expect(sources.filter((source) => source.imports.some((to) => to.target === door && !to.typeOnly)).length).toBeGreaterThan(0)
})

describe('in every file', () => {
  test('imports stay inside the borders', () => expectNone(sources.flatMap((source) => importBreaches(source, sources))))
  test('a state is written through act alone', () => expectNone(sources.flatMap(doorBreaches)))
  test('columns that are written have their type', () => expectNone(sources.flatMap(untypedColumns)))
  test('pure rooms have no clock, chance, environment, network or files', () => expectNone(sources.flatMap(impurities)))
  test('lib/server begins with server-only', () => expectNone(sources.flatMap(unguarded)))
  test('there are no barrels', () => expectNone(sources.flatMap(barrels)))
  test('action files export actions only', () => expectNone(sources.flatMap(openDoors)))
  test('there is no Chinese text outside lib/i18n', () => expectNone(sources.flatMap(chineseText)))
  test('no state is compared outside lib/workflow', () => expectNone(sources.flatMap(stateComparisons)))
})

describe('the rooms of lib/server', () => {
  test('import their own floor and those below', () => expectNone(upwardImports(sources)))
  test('and their files import each other in no circle', () => expectNone(importCircles(sources)))
  test('at most five imports go upwards, each with its reason', () => {
    expect(Object.keys(UPWARDS).length).toBeLessThanOrEqual(5)
    const used = new Set(upwardImports(sources, {}).map((breach) => breach.split(': imports ')[0]))
    expect(used.size).toBe(Object.keys(UPWARDS).length)
  })
  test('an import upwards is found, and a room without a floor', () => {
    const upward = readSource('lib/server/ledger/x.ts', "import { act } from '../consequence/act'")
    const homeless = readSource('lib/server/attic/x.ts', "import { db } from '../database/db'")
    expect(upwardImports([upward])).toEqual(['lib/server/ledger/x.ts:1: imports consequence/act, a floor above it'])
    expect(upwardImports([homeless])).toEqual(['lib/server/attic/x.ts:1: lib/server/attic has no floor'])
  })
  test('a circle of files is found, and one of rooms alone', () => {
    const file = (path: string, imported: string) => readSource(`lib/server/${path}.ts`, `import type { X } from '${imported}'`)
    expect(importCircles([file('year/a', './b'), file('year/b', './a')])).toHaveLength(1)
    expect(importCircles([file('year/a', '../term/b'), file('term/c', '../year/d')])).toHaveLength(1)
    expect(importCircles([file('year/a', '../term/b')])).toEqual([])
  })
})

test('the Prisma client is imported in lib/server, lib/cli, prisma and tests only', () => {
  const users = sources.filter((source) =>
    source.imports.some((to) => to.target.startsWith('prisma/generated/') || to.specifier === '@prisma/client'),
  )
  expectNone(users.map((source) => source.path).filter((path) => !/^(lib\/server|lib\/cli|prisma|tests)\//.test(path)))
})

/** Tables of data, read as tables, may be longer; so may the contract of evaluate.md, type by type. */
const DATA_TABLES = [
  /^lib\/i18n\//,
  /^lib\/workflow\/tables\//,
  /^lib\/rules\/(types\.ts|clauses\/|rates\/)/,
  /^lib\/rules\/rule-sets?\//,
  /^prisma\/seed\//,
  /^tests\//,
]

test('no file is longer than 300 lines', () => {
  const long = sources.filter((source) => source.text.split('\n').length > 301 && !DATA_TABLES.some((table) => table.test(source.path)))
  expectNone(long.map((source) => `${source.path}: ${source.text.split('\n').length - 1} lines`))
})

test('nothing new lies at the top', () => {
  const given = ['app', 'components', 'lib', 'prisma', 'tests', 'public', 'package.json', 'tsconfig.json', 'next.config.ts', 'README.md']
  const also = ['CHANGELOG.md', 'package-lock.json', 'biome.json', 'proxy.ts', 'instrumentation.ts']
  const made = ['node_modules', 'next-env.d.ts', 'tsconfig.tsbuildinfo', 'coverage']
  const here = readdirSync(ROOT).filter((entry) => !entry.startsWith('.'))
  expect(here.filter((entry) => ![...given, ...also, ...made].includes(entry))).toEqual([])
})

describe('a planted breach is found', () => {
  const planted = (path: string, text: string) => readSource(path, text)
  const certifyYears = readSource(
    'lib/server/year/certify-years.ts',
    'export async function certifyYears(actor: Actor, input: Input, { now }: Context) {}',
  )

  test.each<[(source: Source) => Breach[], string, string]>([
    [importBreaches, 'lib/calendar/x.ts', "import { z } from 'zod'"],
    [importBreaches, 'lib/calendar/x.ts', "import type { Role } from '@/lib/access/types'"],
    [importBreaches, 'lib/access/x.ts', "import { addDays } from '../calendar/plain-date'"],
    [importBreaches, 'lib/rules/x.ts', "import { decide } from '@/lib/workflow/decide'"],
    [importBreaches, 'lib/workflow/x.ts', "import { can } from '@/lib/access/can'"],
    [importBreaches, 'lib/workflow/x.ts', "export { z } from 'zod'"],
    [importBreaches, 'lib/i18n/x.ts', "import { ROLES } from '@/lib/access/types'"],
    [importBreaches, 'lib/rules/x.ts', "const x = await import('@/lib/server/database/db')"],
    [importBreaches, 'lib/rules/x.ts', "type X = import('@/lib/server/database/db').Db"],
    [importBreaches, 'lib/rules/x.ts', "const x = require('pg')"],
    [importBreaches, 'lib/server/record/x.ts', "import { X } from '@/components/ui/button'"],
    [(source) => importBreaches(source, [certifyYears]), 'lib/server/record/x.ts', "import { certifyYears } from '../year/certify-years'"],
    [importBreaches, 'lib/server/record/x.ts', "import type { Shell } from '@/components/shell/types'"],
    [importBreaches, 'components/ui/x.tsx', "import { rate } from '@/lib/rules/rates'"],
    [importBreaches, 'components/record/x.tsx', "import { db } from '@/lib/server/database/db'"],
    [importBreaches, 'components/record/x.tsx', "import type { Person } from '@/prisma/generated/client/client'"],
    [importBreaches, 'app/(employer)/employer/page.tsx', "import { Row } from '@/app/(bureau)/bureau/_parts/row'"],
    [importBreaches, 'app/(employer)/employer/page.tsx', "import { Row } from '../../(bureau)/bureau/_parts/row'"],
    [importBreaches, 'lib/server/x.ts', "import { facts } from '@/tests/support/facts'"],
    [importBreaches, 'prisma/seed/x.ts', "import { Page } from '@/app/page'"],
    [doorBreaches, 'lib/server/record/x.ts', "import { commitTransitions } from '../transition/commit-transitions'"],
    [doorBreaches, 'lib/server/transition/x.ts', "export { commitTransitions } from './commit-transitions'"],
    [doorBreaches, 'lib/server/transition/x.ts', "const { commitTransitions } = await import('./commit-transitions')"],
    [doorBreaches, 'lib/cli/x.ts', "import { commitTransitions } from '@/lib/server/transition/commit-transitions'"],
    [doorBreaches, 'app/x/page.tsx', "import { commitTransitions } from '@/lib/server/transition/commit-transitions'"],
    [doorBreaches, 'prisma/seed/x.ts', "import { commitTransitions } from '@/lib/server/transition/commit-transitions'"],
    [doorBreaches, 'lib/server/record/x.ts', "import { commitStatement } from '../transition/commit-statement'"],
    [doorBreaches, 'lib/server/record/x.ts', "import { type ActInput, performAct } from '../transition/act'"],
    [untypedColumns, 'lib/server/record/x.ts', "export const move = { event: 'submit', set: () => ({ unit_levl: null }) }"],
    [untypedColumns, 'lib/server/record/x.ts', 'const row = { unit_levl: null }\nexport const step = { from: null, row }'],
    [untypedColumns, 'lib/server/record/x.ts', 'const columns = async () => ({ unit_levl: null })\nexport const move = { set: columns }'],
    [impurities, 'lib/rules/x.ts', 'export const now = Date.now()'],
    [impurities, 'lib/rules/x.ts', 'export const now = new Date()'],
    [impurities, 'lib/access/x.ts', 'export const port = process.env.PORT'],
    [impurities, 'lib/workflow/x.ts', 'export const dice = Math.random()'],
    [impurities, 'lib/calendar/x.ts', "export const page = fetch('/x')"],
    [impurities, 'lib/i18n/x.ts', "import { readFileSync } from 'node:fs'"],
    [unguarded, 'lib/server/record/x.ts', "import { z } from 'zod'\nimport 'server-only'"],
    [barrels, 'lib/rules/index.ts', 'export const x = 1'],
    [barrels, 'lib/rules/x.ts', "export * from './y'"],
    [barrels, 'lib/rules/x.ts', "export { y } from './y'"],
    [openDoors, 'app/x/actions.ts', "'use server'\nexport async function approve() {}"],
    [openDoors, 'app/x/actions.ts', "'use server'\nexport const approve = action(schema, approveIt)\nexport const open = () => db.all()"],
    [openDoors, 'app/x/actions.ts', "'use server'\nexport default action(schema, approveIt)"],
    [openDoors, 'app/x/actions.ts', "'use server'\nconst x = 1\nexport { x }"],
    [openDoors, 'app/x/page.tsx', "export default function Page() { async function act() { 'use server' } return <form action={act} /> }"],
    [chineseText, 'app/x/page.tsx', 'export default () => <p>学时</p>'],
    [chineseText, 'components/x.tsx', "export const label = '学时'"],
    [chineseText, 'lib/server/x.ts', 'export const label = `学时`'],
    [stateComparisons, 'app/x/page.tsx', "export const x = record.state === 'registered'"],
    [stateComparisons, 'lib/server/x.ts', "if ('draft' !== row?.recordState) throw new Error()"],
    [stateComparisons, 'lib/server/x.ts', "switch (state) { case 'open': break }"],
    [stateComparisons, 'lib/server/x.ts', "export const x = ['draft', 'returned'].includes(record.state)"],
    [stateComparisons, 'lib/server/x.ts', "db.record.findMany({ where: { personId, state: { in: ['submitted'] } } })"],
  ])('%o in %s: %s', (check, path, text) => {
    const found = check(planted(path, text))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(new RegExp(`^${path.replace(/[()[\]]/g, '\\$&')}:\\d+: `))
  })

  test.each<[(source: Source) => Breach[], string, string]>([
    [importBreaches, 'lib/workflow/x.ts', "import type { Role } from '@/lib/access/types'"],
    [importBreaches, 'lib/workflow/x.ts', "import { type PlainDate, addDays } from '@/lib/calendar/plain-date'"],
    [importBreaches, 'lib/rules/x.ts', "import { z } from 'zod'"],
    [importBreaches, 'lib/server/record/x.ts', "import { readYear } from '../year/read-year-for-page'"],
    [importBreaches, 'app/(employer)/employer/page.tsx', "import { Row } from './_parts/row'"],
    [doorBreaches, 'lib/server/transition/act.ts', "import { commitTransitions } from './commit-transitions'"],
    [doorBreaches, 'lib/server/consequence/act.ts', "import { performAct } from '../transition/act'"],
    [doorBreaches, 'lib/server/record/x.ts', "import type { ActInput } from '../transition/act'"],
    [doorBreaches, 'lib/server/record/x.ts', "import { act } from '../consequence/act'"],
    [untypedColumns, 'lib/server/record/x.ts', "export const move = { event: 'submit', set: { unit_level: null } }"],
    [untypedColumns, 'lib/server/record/x.ts', "const row: RowOf<'record'> = {}\nexport const step = { from: null, row }"],
    [untypedColumns, 'lib/server/record/x.ts', "export const move = { set: (): ColumnsOf<'record'> => ({}) }"],
    [untypedColumns, 'lib/server/record/x.ts', 'const row = {}\nfunction f({ row }) {}'],
    [impurities, 'lib/rules/x.ts', "// Date.now() is banned here\nexport const text = 'Math.random()'"],
    [impurities, 'lib/rules/x.ts', 'export const day = new Date(0)'],
    [impurities, 'lib/server/x.ts', 'export const now = new Date()'],
    [unguarded, 'lib/server/x.ts', "// why\nimport 'server-only'\nimport { z } from 'zod'"],
    [openDoors, 'app/x/actions.ts', "'use server'\nexport const approve = action(schema, approveIt)\nexport type X = string"],
    [chineseText, 'app/x/page.tsx', '// 公示 (M14.1)\nexport default () => <p>{t("hours")}</p>'],
    [stateComparisons, 'lib/workflow/x.ts', "export const x = record.state === 'registered'"],
    [stateComparisons, 'app/x/page.tsx', "export const x = outcome === 'open'"],
  ])('%o has nothing against %s: %s', (check, path, text) => {
    expect(check(planted(path, text))).toEqual([])
  })

  test('a file that does not parse fails by name', () => {
    expect(() => readSource('lib/rules/x.ts', 'export const = 1')).toThrow(/^lib\/rules\/x\.ts: /)
  })
})
