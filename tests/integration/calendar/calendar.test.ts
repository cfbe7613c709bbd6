import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { plainDate } from '@/lib/calendar/plain-date'
import { applyChange } from '@/lib/server/calendar/apply-change'
import { proposeLocalDay, proposeLocalDayInput, proposeLocalEnd, proposeYear, proposeYearInput } from '@/lib/server/calendar/propose-change'
import { readCalendarChange, readCalendarYear, readCoveredYears } from '@/lib/server/calendar/read-calendar'
import { db } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { forgetWorkCalendar, readWorkCalendar } from '@/lib/server/runtime/read-work-calendar'
import { seedReference } from '@/prisma/seed/reference'
import { makeAdministration, makeBureau, makeEmployer, makePerson, noon } from '@/tests/builders/city'
import { elsewhere, makeHandedIn } from '@/tests/builders/credited'
import { expected } from '@/tests/support/expected'

const NOTICE = { notice: '国办发明电〔2026〕5号', noticeOn: '2026-11-05', source: '' }
/** Tuesday: the demonstration's own year reaches into 2027 from here. */
const ON = '2026-12-29'
const on = { now: noon(ON) }

let administrator: Actor
let auditor: Actor
let county: Actor

beforeAll(async () => {
  await seedReference(db)
  ;({ administrator, auditor } = await makeAdministration())
  county = await makeBureau('341202')
})

const propose = (year: number, days: string, actor = administrator) =>
  proposeYear(actor, proposeYearInput.parse({ year: String(year), days, ...NOTICE }), on)
const local = (date: string, kind: 'off' | 'worked', actor = administrator) =>
  proposeLocalDay(actor, proposeLocalDayInput.parse({ date, kind, name: '暴雪', document: '阜政〔2027〕1号' }), on)
const apply = (id: string, actor = administrator) => applyChange(actor, { id }, on)

const text = (date: Date | null | undefined) => date?.toISOString().slice(0, 10)

/** A record that waits for the county since the day: five working days (M14.2). */
async function waiting(since: string): Promise<string> {
  const person = await makePerson(null)
  return makeHandedIn(person, 'elsewhere', elsewhere(5), { on: since })
}

const dueOf = async (id: string) => {
  const row = await db.hourRecord.findUniqueOrThrow({ where: { id }, select: { dueOn: true, dueProvisional: true, version: true } })
  return [text(row.dueOn), row.dueProvisional]
}

async function makeBatch(openedOn: string, startsOn: string, endsOn: string): Promise<string> {
  const unit = await makeEmployer({ name: '某某医院' })
  const id = newId()
  const at = noon(openedOn)
  await db.publicityBatch.create({
    data: {
      ...{
        id,
        organizationId: unit.id,
        year: 2026,
        number: 1,
        state: 'open',
        workingDays: 5,
        inPublic: true,
        contact: '0558',
        provisional: true,
      },
      ...{ openedOn: new Date(openedOn), startsOn: new Date(startsOn), endsOn: new Date(endsOn) },
      ...{ createdBy: administrator.accountId ?? '', createdAt: at, changedAt: at },
    },
  })
  return id
}

describe('a year', () => {
  test('entered: running deadlines move, the list is what changed, the rest stays', async () => {
    forgetWorkCalendar()
    const moving = await waiting('2026-12-28') // 29, 30, 31, 1 January, 4 January
    const certain = await waiting('2026-12-21')
    const late = await waiting('2026-12-01')
    const begun = await makeBatch('2026-12-25', '2026-12-28', '2027-01-01')
    const ahead = await makeBatch('2026-12-29', '2026-12-30', '2027-01-05')
    expect(await dueOf(moving)).toEqual(['2027-01-04', true])
    const before = { certain: await dueOf(certain), late: await dueOf(late) }

    const { id } = await propose(2027, '元旦：2027-01-01 至 2027-01-03\n春节：2027-02-05 至 2027-02-11。2027-02-20 上班')
    const preview = await readCalendarChange(administrator, id, noon(ON))
    expect(preview).toMatchObject({ overtaken: false, appliedOn: null, moved: 3 })
    expect(await dueOf(moving)).toEqual(['2027-01-04', true])
    expect((await readWorkCalendar()).coveredYears.has(2027)).toBe(false)

    expect(await apply(id)).toEqual({ id, moved: 3 })
    expect(await dueOf(moving)).toEqual(['2027-01-05', false])
    expect({ certain: await dueOf(certain), late: await dueOf(late) }).toEqual(before)
    const batches = await db.publicityBatch.findMany({ where: { id: { in: [begun, ahead] } }, orderBy: { openedOn: 'asc' } })
    expect(batches.map(({ startsOn, endsOn, provisional }) => [text(startsOn), text(endsOn), provisional])).toEqual([
      ['2026-12-28', '2027-01-04', false],
      ['2026-12-30', '2027-01-06', false],
    ])

    const kept = await db.deadlineMove.findMany({ where: { changeId: id } })
    expect(kept.map(({ streamId, fromOn, toOn }) => [streamId, text(fromOn), text(toOn)]).sort()).toEqual(
      [
        [moving, '2027-01-04', '2027-01-05'],
        [begun, '2027-01-01', '2027-01-04'],
        [ahead, '2027-01-05', '2027-01-06'],
      ].sort(),
    )
    const after = await readCalendarChange(administrator, id, noon(ON))
    expect(after.groups).toEqual(preview.groups)
    expect(after.groups.find(({ stream }) => stream === 'record')).toMatchObject({ waitsFor: 'bureau', regionCode: '341202', count: 1 })
    expect(after).toMatchObject({ appliedOn: ON, moved: 3 })
  })

  test('the tables rule, at once: what is handed in next is due by them', async () => {
    expect((await readWorkCalendar()).coveredYears.has(2027)).toBe(true)
    const [, row] = [null, await waiting('2027-02-03')]
    expect(await dueOf(row)).toEqual(['2027-02-17', false])
    await db.calendarDay.delete({ where: { date: new Date('2027-02-08') } })
    forgetWorkCalendar()
    expect(await dueOf(await waiting('2027-02-03'))).toEqual(['2027-02-16', false])
    await db.calendarDay.create({ data: { date: new Date('2027-02-08'), year: 2027, worked: false, name: '春节' } })
    forgetWorkCalendar()
  })

  test('stands with its notice, its names and its audit row', async () => {
    const [first] = await readCoveredYears(administrator)
    expect(first).toMatchObject({ year: 2027, notice: NOTICE.notice, noticeOn: NOTICE.noticeOn, off: 10, worked: 1, local: 0 })
    const { days } = await readCalendarYear(administrator, 2027)
    expect(days.find(({ date }) => date === '2027-02-20')).toMatchObject({ worked: true, name: '春节' })
    const audit = await db.audit.findFirstOrThrow({ where: { act: 'calendar_change' } })
    expect(audit.data).toMatchObject({ year: 2027, act: 'year', moved: 3 })
  })

  test.each([
    ['a make-up day that is no weekend', '元旦：2028-01-01\n2028-01-05 上班', 'days.not_weekend'],
    ['a date of another year', '元旦：2027-12-31', 'days.other_year'],
    ['words', '元旦放假', 'days.unreadable'],
  ])('refused: %s', async (_, days, key) => {
    expect(await expected(propose(2028, days))).toMatchObject({ code: 'invalid', fields: { days: { key } } })
  })

  test('of two administrators who change it at once one wins, the other is told and writes nothing', async () => {
    const [one, other] = await Promise.all([propose(2027, '元旦：2027-01-01'), propose(2027, '元旦：2027-01-01 至 2027-01-02')])
    const answers = await Promise.allSettled([apply(one.id), apply(other.id)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = answers.find((answer) => answer.status === 'rejected')
    expect((await expected(Promise.reject(lost?.reason))).code).toBe('conflict')
    const loser = answers[0]?.status === 'rejected' ? one.id : other.id
    expect(await readCalendarChange(administrator, loser, on.now)).toMatchObject({ overtaken: true, appliedOn: null })
    expect(await db.deadlineMove.count({ where: { changeId: loser } })).toBe(0)
    expect((await expected(apply(loser === one.id ? other.id : one.id))).code).toBe('conflict')
  })
})

describe('a local day', () => {
  test('moves deadlines that were certain, and back when it is taken out', async () => {
    const row = await waiting('2026-12-28')
    const [due] = await dueOf(row)
    const { id } = await local('2026-12-30', 'off')
    await apply(id)
    expect(await dueOf(row)).toEqual([plainDate('2027-01-05') === due ? '2027-01-06' : '2027-01-05', false])
    expect(await db.deadlineMove.count({ where: { changeId: id, streamId: row } })).toBe(1)
    expect((await readCalendarYear(administrator, 2026)).local).toBe(1)
    await apply((await proposeLocalEnd(administrator, { date: plainDate('2026-12-30') }, on)).id)
    expect(await dueOf(row)).toEqual([due, false])
    expect((await readCalendarYear(administrator, 2026)).local).toBe(0)
  })

  test('stays when the year is entered again, which may not name it', async () => {
    await apply((await local('2027-03-03', 'off')).id)
    expect(await expected(propose(2027, '妇女节：2027-03-03'))).toMatchObject({ fields: { days: { key: 'days.local_there' } } })
    await apply((await propose(2027, '元旦：2027-01-01')).id)
    expect((await readCalendarYear(administrator, 2027)).days.map(({ date, local: own }) => [date, own])).toEqual([
      ['2027-01-01', false],
      ['2027-03-03', true],
    ])
  })

  test.each([
    ['a year that is not entered', '2031-01-06', 'off', 'days.year_not_covered'],
    ['off already', '2027-03-06', 'off', 'days.off_already'],
    ['worked already', '2027-03-08', 'worked', 'days.works_already'],
    ['of the notice', '2027-01-01', 'worked', 'days.named_by_notice'],
    ['there already', '2027-03-03', 'worked', 'days.local_there'],
  ] as const)('refused: %s', async (_, date, kind, key) => {
    expect(await expected(local(date, kind))).toMatchObject({ code: 'invalid', fields: { date: { key } } })
  })
})

test('nobody but an administrator', async () => {
  const { id } = await propose(2029, '元旦：2029-01-01')
  for (const actor of [auditor, county]) {
    const acts = [
      () => propose(2030, '元旦：2030-01-01', actor),
      () => local('2027-03-09', 'off', actor),
      () => apply(id, actor),
      () => readCoveredYears(actor),
    ]
    for (const act of acts) expect((await expected(act())).code).toBe('forbidden')
  }
})
