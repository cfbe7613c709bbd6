import { beforeAll, expect, test } from 'vitest'
import { plainDate } from '@/lib/calendar/plain-date'
import { db, pool } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import { readRegister } from '@/lib/server/filing/read-register'
import { seedReference } from '@/prisma/seed/reference'
import { makePerson, noon } from '@/tests/builders/city'

// More than are named one by one: those are read in order instead.
const MANY = 520

beforeAll(async () => {
  await seedReference(db)
  const createdBy = (await makePerson(null)).accountId
  const providerId = newId()
  await db.organization.create({
    data: {
      id: providerId,
      kind: 'provider',
      name: '淮河技能学院',
      regionCode: '341202',
      unitLevel: 'county',
      createdAt: noon('2025-01-01'),
    },
  })
  const common = { state: 'filed' as const, regionCode: '341202', content: '内容', days: 1, createdBy, createdAt: noon('2025-01-01') }
  const add = (title: string, number: string, on: string, more: { providerId?: string; organizer?: string; outside?: boolean } = {}) => {
    const day = new Date(on)
    return { ...common, id: newId(), title, number, startsOn: day, endsOn: day, approvedOn: day, changedAt: noon('2025-01-01'), ...more }
  }
  await db.filing.createMany({
    data: [
      add('ＡＩ 100%应用培训', '备〔2025〕1号', '2025-03-01', { providerId }),
      add('Python_Data 入门', '备〔2025〕2号', '2025-03-02'),
      add('外省专题', '外备2025/3', '2025-03-03', { organizer: '合肥学院', outside: true }),
      ...Array.from({ length: MANY }, (_, n) => add(`护理研修 第${n}期`, `护〔2025〕${n}号`, n === 7 ? '2026-12-01' : '2025-06-01')),
    ],
  })
  await pool.query('ANALYZE filing')
})

async function found(q: string): Promise<(string | null)[]> {
  const { rows } = await readRegister({ q, time: null, region: null, after: null }, plainDate('2025-07-01'))
  return rows.map(({ number }) => number)
}

test.each([
  ['a part of the title', '应用', '备〔2025〕1号'],
  ['letters of full width, as the database leaves them', 'ＡＩ', '备〔2025〕1号'],
  ['a sign that a pattern would take for another', '0%应', '备〔2025〕1号'],
  ['letters, large or small', 'python_data', '备〔2025〕2号'],
  ['one character', '门', '备〔2025〕2号'],
  ['its number', '备〔2025〕2号', '备〔2025〕2号'],
  ['who files it', '技能学院', '备〔2025〕1号'],
  ['who holds it, from outside', '合肥学院', '外备2025/3'],
])('a filing is found by %s', async (_, q, number) => {
  expect(await found(q)).toEqual([number])
})

test.each(['没有', '应_', 'ＡＩ应用', '训备'])('nothing is found by what no filing holds: %s', async (q) => {
  expect(await found(q)).toEqual([])
})

test('of many the latest come first, a page of them', async () => {
  const numbers = await found('护理研修')
  expect(numbers).toHaveLength(50)
  expect(numbers[0]).toBe('护〔2025〕7号')
  expect(await found('护理研修 第7期')).toEqual(['护〔2025〕7号'])
})
