import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { answerOf } from '@/app/(public)/calculator/_parts/answer-of'
import type { Actor } from '@/lib/access/types'
import { plainDate } from '@/lib/calendar/plain-date'
import { parseCase } from '@/lib/rules/parse'
import type { RecordInput, ResultLine, YearCase, YearResult } from '@/lib/rules/types'
import { queryOf } from '@/lib/rules/what-if/address'
import type { Entry } from '@/lib/rules/what-if/entry'
import { reduce } from '@/lib/rules/what-if/reduce'
import { entryId, type WhatIf } from '@/lib/rules/what-if/state'
import { db } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { creditYears } from '@/lib/server/record/content'
import { previewRecord } from '@/lib/server/record/draft/preview-record'
import { readReview } from '@/lib/server/record/review/read-review'
import { freshRules, rulesAtHand } from '@/lib/server/rule-set/in-force'
import { seedReference } from '@/prisma/seed/reference'
import { makeBureau, makePerson, noon } from '@/tests/builders/city'
import { runCommand } from '@/tests/support/run-command'

// One input, four ways to ask: the calculator, the preview of a record, the reviewer's page, and the command line.

const FOLDER = join(import.meta.dirname, '../../cases')
const NOW = noon('2025-11-10')

interface NamedYear {
  name: string
  input: YearCase
}

/** The cases of the law that a person can really have: no what-if settings, and nothing that is no input. Ids as the calculator gives them. */
const cases: NamedYear[] = readdirSync(FOLDER)
  .flatMap(
    (file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as { name: string; input: unknown } | { name: string; input: unknown }[],
  )
  .flatMap(({ name, input }) => {
    const parsed = parseCase(input)
    if (!parsed.ok || parsed.value.kind !== 'year' || parsed.value.settings || parsed.value.records.length === 0) return []
    const { choice, records, ...head } = parsed.value
    const place = records.findIndex(({ id }) => id === choice)
    const renamed = records.map((record, at) => ({ ...record, id: entryId(at) }))
    return [{ name, input: { ...head, records: renamed, ...(place < 0 ? {} : { choice: entryId(place) }) } }]
  })
  .filter(({ input }) => input.records.length <= 60)

/** What every way of asking says of a year. */
interface Said {
  ruleSet: string
  totals: YearResult['totals']
  line: { hours: number; counted: number; outcome: string; reason: string | null; clause: string; status: string }
}

function lineOf(line: ResultLine | undefined | null): Said['line'] {
  if (!line) throw new Error('no line')
  const { hours, counted, outcome, reason, clause, status } = line
  return { hours, counted, outcome, reason, clause, status }
}

/** Of the whole year's answer what the record at the place is told. */
function saidBy({ ruleSet, totals, lines }: YearResult, place: number): Said {
  return { ruleSet, totals, line: lineOf(lines[place]) }
}

/** The last record that the site would enter for the year: of others the year of completion is another, and it says so by itself. */
function pendingIn({ year, records }: YearCase): number {
  return records.findLastIndex((record) => yearsOf(record).includes(year))
}

function yearsOf(record: RecordInput): number[] {
  return creditYears({ category: record.category, completedOn: record.completedOn, subject: 'subject' in record ? record.subject : null })
}

let county: Actor
let byCommand: YearResult[]

beforeAll(async () => {
  await seedReference(db)
  await freshRules()
  county = await makeBureau('341202')
  const folder = mkdtempSync(join(tmpdir(), 'xueshi-cases-'))
  writeFileSync(join(folder, 'cases.json'), JSON.stringify(cases.map(({ input }) => input)))
  const { output, code } = await runCommand('evaluate', [join(folder, 'cases.json')], {})
  rmSync(folder, { recursive: true })
  expect(code, output).toBe(0)
  byCommand = JSON.parse(output) as YearResult[]
}, 120_000)

test('there are cases of every outcome and most reasons', () => {
  expect(cases.length).toBeGreaterThan(40)
  const reasons = new Set(byCommand.flatMap(({ lines }) => lines.map(({ reason }) => reason)))
  expect(reasons.size).toBeGreaterThanOrEqual(11)
})

const numbered = cases.map((named, at) => ({ ...named, at }))
/** Those with a record that could wait for the year on the site: it enters none for a year that its day rules out. */
const waiting = numbered.filter(({ input }) => pendingIn(input) >= 0)

test.each(numbered)('the calculator says what the command says, line by line: $name', ({ input, at }) => {
  expect(byCalculator(input)).toEqual(byCommand[at])
})

describe('the record’s preview and the reviewer’s page', () => {
  test('are asked about all but the years that no record could wait for', () => {
    expect(waiting.length).toBeGreaterThanOrEqual(numbered.length - 2)
  })

  test.each(waiting)('say what the command says: $name', async ({ input, at }) => {
    const expected = saidBy(byCommand[at] as YearResult, pendingIn(input))
    const { id, person } = await inDatabase(input)
    const preview = await previewRecord(person, id)
    expect({ ruleSet: preview.ruleSet, totals: preview.after, line: lineOf(preview.line) }).toEqual(expected)
    expect(preview.met).toBe(byCommand[at]?.met)
    expect(preview.explanation).toMatchObject({ hours: expected.line.hours, counted: expected.line.counted, clause: expected.line.clause })

    const { year, explanation, ruleSet } = await readReview(county, id, NOW)
    const { hours, counted, outcome, clause, status } = expected.line
    expect({ ruleSet, totals: year.after }).toEqual({ ruleSet: expected.ruleSet, totals: expected.totals })
    expect(explanation).toMatchObject({ hours, counted, outcome, clause, status })
    expect(explanation?.gate?.reason ?? null).toBe(expected.line.reason)
  })
})

/** As the browser does it: the entries go through the address, and `step` and `answerOf` make the page. */
function byCalculator(input: YearCase): YearResult {
  const state: WhatIf = {
    year: input.year,
    ruleSet: input.ruleSet ?? null,
    transferredOn: input.person?.transferredIn?.date ?? null,
    pick: input.choice === undefined ? null : input.records.findIndex(({ id }) => id === input.choice),
    // Who was on no platform says so there: an empty one is not asked for.
    entries: input.records.map(
      ({ id: _, ...record }) => ({ ...record, ...('platform' in record && record.platform === '' ? { platform: '-' } : {}) }) as Entry,
    ),
  }
  const surroundings = { sets: rulesAtHand().sets, today: plainDate('2025-11-10') }
  const view = reduce(Object.fromEntries(new URLSearchParams(queryOf(state))), surroundings)
  expect(view.faults).toEqual([])
  return answerOf(view.state, surroundings.sets).result
}

/** The records of a year with their person: all but one registered, that one handed in to the bureau. */
async function inDatabase(input: YearCase): Promise<{ id: string; person: Actor }> {
  const person = await makePerson(null)
  const transferredIn = input.person?.transferredIn
  if (transferredIn)
    await db.person.update({
      where: { id: person.personId },
      data: { transferredInOn: new Date(transferredIn.date), transferredFrom: transferredIn.from ?? null },
    })
  // Ids that sort as the case's do: ties are decided by them.
  const ids = input.records.map(() => newId()).sort()
  const pending = pendingIn(input)
  for (const [at, record] of input.records.entries()) {
    const last = at === pending
    await db.hourRecord.create({
      data: {
        ...(await rowOf(record, person.accountId)),
        id: ids[at] as string,
        personId: person.personId,
        year: input.year,
        title: `${record.category} ${at}`,
        assessment: '合格',
        state: last ? 'submitted' : 'registered',
        path: 'bureau',
        regionCode: '341202',
        createdBy: person.accountId,
        createdRole: 'practitioner',
        createdAt: NOW,
        changedAt: NOW,
        firstSubmittedAt: NOW,
        waitingSince: NOW,
        ...(last ? {} : { registeredAt: NOW }),
      },
    })
  }
  if (input.choice !== undefined)
    await db.year.create({
      data: {
        id: newId(),
        personId: person.personId,
        year: input.year,
        state: 'open',
        ruleSet: 'anhui-2025',
        result: {},
        choiceId: ids[input.records.findIndex(({ id }) => id === input.choice)] as string,
        createdAt: NOW,
        changedAt: NOW,
      },
    })
  return { id: ids[pending] as string, person: person.actor }
}

async function rowOf(record: RecordInput, accountId: string) {
  const { id: _, category, completedOn, creditedIn, ...rest } = record
  const { option, subject, startedOn, achievement, filing, ...details } = rest as Record<string, unknown> & {
    filing?: { approvedOn: string }
  }
  return {
    category,
    completedOn: new Date(completedOn),
    creditedIn: creditedIn ?? null,
    option: (option as string | undefined) ?? null,
    subject: (subject as 'public' | 'professional' | undefined) ?? null,
    startedOn: startedOn ? new Date(String(startedOn)) : null,
    achievement: (achievement as string | undefined) ?? null,
    details: { ...details, yearChosen: yearsOf(record).length > 1 ? true : undefined },
    filingId: filing ? await filed(filing.approvedOn, accountId) : null,
  }
}

async function filed(approvedOn: string, accountId: string): Promise<string> {
  const id = newId()
  await db.filing.create({
    data: {
      id,
      state: 'filed',
      regionCode: '341202',
      title: '专业技术培训',
      content: '内容',
      startsOn: new Date('2025-01-01'),
      endsOn: new Date('2025-12-31'),
      days: 1,
      approvedOn: new Date(approvedOn),
      createdBy: accountId,
      createdAt: NOW,
      changedAt: NOW,
    },
  })
  return id
}
