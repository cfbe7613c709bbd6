import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type PlainDate, plainDate } from '@/lib/calendar/plain-date'
import type { Subject } from '@/lib/rules/types'
import { db } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { findRecognised } from '@/lib/server/recognition/find-recognised'
import { questionShape } from '@/lib/server/recognition/question'
import { seedReference } from '@/prisma/seed/reference'
import { makePerson, noon } from '@/tests/builders/city'

let createdBy = ''
let provider = ''

beforeAll(async () => {
  await seedReference(db)
  createdBy = (await makePerson(null)).accountId
  provider = await organization('阜阳市急救培训中心', 'provider')
  await filing({
    title: '基层急救能力提升班',
    number: '阜继教备〔2025〕17号',
    startsOn: '2025-11-12',
    approvedOn: '2025-11-12',
    providerId: provider,
  })
  await filing({ title: '急救技术研修班', number: '阜继教备〔2025〕18号', startsOn: '2025-11-13', approvedOn: '2025-11-14' })
  await filing({ title: '急救管理培训', number: '阜继教备〔2025〕19号', startsOn: '2026-03-02', approvedOn: '2026-02-01' })
  await filing({ title: '急救复训（草稿）', number: null, startsOn: '2025-11-13', approvedOn: null, state: 'submitted' })
  await filing({ title: '100%_合格\\率专题班', number: '外备2025/7', startsOn: '2025-11-13', approvedOn: '2025-11-01', outside: true })
})

async function organization(name: string, kind: 'provider' | 'employer'): Promise<string> {
  const id = newId()
  await db.organization.create({ data: { id, kind, name, regionCode: '341202', unitLevel: 'county', createdAt: noon('2025-01-01') } })
  return id
}

interface FilingOf {
  title: string
  number: string | null
  startsOn: string
  approvedOn: string | null
  state?: 'filed' | 'submitted' | 'held'
  outside?: boolean
  providerId?: string
}

async function filing({ startsOn, approvedOn, state = 'filed', ...more }: FilingOf): Promise<void> {
  const from = new Date(startsOn)
  await db.filing.create({
    data: {
      ...{
        id: newId(),
        state,
        regionCode: '341202',
        content: '内容',
        startsOn: from,
        endsOn: new Date(from.getTime() + 2 * 86_400_000),
        days: 3,
      },
      ...{ approvedOn: approvedOn ? new Date(approvedOn) : null, createdBy, createdAt: noon('2025-01-01'), changedAt: noon('2025-01-01') },
      ...more,
    },
  })
}

const asked = (q: string, on: string, subject: Subject = 'professional') => findRecognised(q, plainDate(on), subject)
const titles = (rows: readonly { title: string }[]) => rows.map(({ title }) => title)

describe('trainings', () => {
  test('two characters are enough; those of the day stand first, and what is not on file is not there', async () => {
    const { trainings } = await asked('急救', '2025-11-13')
    expect(titles(trainings)).toEqual(['基层急救能力提升班', '急救技术研修班', '急救管理培训'])
    expect(trainings.map(({ onDay, verdict }) => [onDay, verdict.counts, verdict.because])).toEqual([
      [true, true, 'filed_in_time'],
      [true, false, 'filed_meanwhile'],
      [false, true, 'filed_in_time'],
    ])
  })

  test('by one character, by number, by several words in any order', async () => {
    expect(titles((await asked('班', '2025-11-13')).trainings)).toHaveLength(3)
    expect(titles((await asked('〔2025〕18号', '2025-11-13')).trainings)).toEqual(['急救技术研修班'])
    expect(titles((await asked('研修 急救', '2025-11-13')).trainings)).toEqual(['急救技术研修班'])
    expect(titles((await asked('急研', '2025-11-13')).trainings)).toEqual([])
  })

  test('on its first and last day it is held, on the days around it is not', async () => {
    const onDay = async (on: string) => (await asked('能力提升', on)).trainings.map((row) => row.onDay)
    expect(await Promise.all(['2025-11-11', '2025-11-12', '2025-11-14', '2025-11-15'].map(onDay))).toEqual([
      [false],
      [true],
      [true],
      [false],
    ])
  })

  test.each([['%'], ['_'], ['\\'], ['100%_'], ['合格\\率']])('what is typed stands for itself: %s', async (q) => {
    expect(titles((await asked(q, '2025-11-13')).trainings)).toEqual(['100%_合格\\率专题班'])
  })

  test.each([['😀'], ["'; DROP TABLE filing; --"], ['%%'], ['急'.repeat(200)], ['\u0000\uD800'], ['a b c d e f g h']])(
    'nothing is found, nothing breaks: %s',
    async (typed) => {
      const { q } = z.object(questionShape).parse({ q: typed })
      const found = await asked(q, '2025-11-13')
      expect(found.trainings).toEqual([])
      expect([...q].length).toBeLessThanOrEqual(60)
    },
  )

  test('in the public subject a training needs no filing', async () => {
    const { trainings } = await asked('技术研修', '2025-11-13', 'public')
    expect(trainings.map(({ verdict }) => [verdict.counts, verdict.because])).toEqual([[true, 'no_filing_needed']])
  })

  test('a common name gives the nearest days, as an uncommon one does', async () => {
    const start = Date.parse('2027-01-01')
    for (let index = 0; index < 450; index += 1) {
      const startsOn = new Date(start + index * 86_400_000).toISOString().slice(0, 10)
      await filing({ title: `常见名称第${index}期`, number: `常${index}`, startsOn, approvedOn: '2026-12-01' })
    }
    const { trainings } = await asked('常见名称', '2027-06-01')
    const days = trainings.map(({ onDay, startsOn }) => [onDay, startsOn])
    expect(days.slice(0, 3)).toEqual([
      [true, '2027-05-30'],
      [true, '2027-05-31'],
      [true, '2027-06-01'],
    ])
    expect(days.length).toBe(8)
    expect(
      days
        .slice(3)
        .map(([, on]) => on)
        .sort(),
    ).toEqual(['2027-05-27', '2027-05-28', '2027-05-29', '2027-06-02', '2027-06-03'])
  })
})

describe('providers', () => {
  test('the one that is approved in time speaks for the day; without one nothing counts, save in the public subject', async () => {
    const verdict = async (on: string, subject: Subject = 'professional') => {
      const [row] = (await asked('急救培训中心', on, subject)).providers
      return [row?.training?.title ?? null, row?.verdict.counts, row?.verdict.because]
    }
    expect(await verdict('2025-11-14')).toEqual(['基层急救能力提升班', true, 'filed_in_time'])
    expect(await verdict('2025-11-15')).toEqual([null, false, 'not_filed'])
    expect(await verdict('2025-11-15', 'public')).toEqual([null, true, 'no_filing_needed'])
  })

  test('an employer without a training on file holds none', async () => {
    await organization('阜阳市急救用品厂', 'employer')
    expect((await asked('急救用品', '2025-11-14')).providers).toEqual([])
  })
})

describe('platforms', () => {
  const verdicts = async (q: string, on: string, subject: Subject) =>
    (await asked(q, on, subject)).platforms.map(({ code, verdict }) => [code, verdict.counts, verdict.because])

  test('both sides of the last day, and the subject', async () => {
    expect(await verdicts('2024年5月', '2025-05-31', 'public')).toEqual([['zjzx-2024', true, 'window_open']])
    expect(await verdicts('2024年5月', '2025-06-01', 'public')).toEqual([['zjzx-2024', false, 'window_over']])
    expect(await verdicts('开放', '2025-06-01', 'professional')).toEqual([['ahou', false, 'other_subject']])
  })

  test('without words all of them', async () => {
    expect((await verdicts('', '2025-06-01' as PlainDate, 'public')).map(([code]) => code).sort()).toEqual([
      'ahou',
      'aust',
      'fuyang-base',
      'zjzx-2024',
    ])
  })
})
