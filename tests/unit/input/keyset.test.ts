import { describe, expect, test } from 'vitest'
import { afterParam, behindName, behindTime, pageLinks, pagesOf } from '@/lib/server/input/keyset'
import { readSearch } from '@/lib/server/input/search'

interface Row {
  id: string
  day: string
}
const ID = '00000000-0000-7000-8000-00000000000'
const rows: Row[] = [1, 2, 3, 4, 5].map((n) => ({ id: `${ID}${n}`, day: `2025-11-0${n}` }))
const pages = pagesOf(2)
const keyOf = ({ day, id }: Row) => [day, id]

async function cursorOf(typed: string | null): Promise<unknown> {
  return (await readSearch(Promise.resolve(typed === null ? {} : { after: typed }), { after: afterParam('day') })).after
}

describe('a page', () => {
  test('leads to the next one while there are more rows than it shows', () => {
    expect(pages.take).toBe(3)
    expect(pages.cut(rows.slice(0, 1), keyOf)).toEqual({ rows: rows.slice(0, 1), next: null })
    expect(pages.cut(rows.slice(0, 2), keyOf)).toEqual({ rows: rows.slice(0, 2), next: null })
    const { rows: shown, next } = pages.cut(rows.slice(0, 3), keyOf)
    expect(shown).toEqual(rows.slice(0, 2))
    expect(next).not.toBeNull()
  })

  test('begins behind the last row shown: every row stands on one page', async () => {
    const seen: Row[] = []
    let after: unknown = null
    do {
      const last = after as [string, string] | null
      const found = rows.filter(({ day, id }) => last === null || day > last[0] || (day === last[0] && id > last[1])).slice(0, pages.take)
      const page = pages.cut(found, keyOf)
      seen.push(...page.rows)
      after = await cursorOf(page.next)
    } while (after !== null)
    expect(seen).toEqual(rows)
  })

  test.each([
    ['nothing', null],
    ['what was never one', 'zzz'],
    ['another list’s', pages.cut(rows, ({ id }) => ['Wang', id]).next],
    ['one without a row’s id', pages.cut(rows, ({ day }) => [day, 'x']).next],
  ])('is the first where the cursor is %s', async (_, typed) => {
    expect(await cursorOf(typed)).toBeNull()
  })
})

test('what lies behind a row is bounded by its key, where the index is entered', () => {
  expect(behindTime<{ dueOn?: unknown }>('dueOn', 'asc', ['2025-11-01', ID])).toEqual({
    dueOn: { gte: new Date('2025-11-01') },
    OR: [{ dueOn: { gt: new Date('2025-11-01') } }, { dueOn: new Date('2025-11-01'), id: { gt: ID } }],
  })
  expect(behindTime<{ at?: unknown }>('at', 'desc', ['2025-11-01T08:00:00.000Z', ID])).toMatchObject({
    at: { lte: new Date('2025-11-01T08:00:00.000Z') },
  })
  expect(behindName<{ name?: unknown }>('name', ['王', ID])).toMatchObject({ name: { gte: '王' } })
  expect(behindName<{ name?: unknown }>('name', null)).toEqual({})
})

test('the links keep the filters; the first page has no way back, the last none on', () => {
  expect(pageLinks('/register', { q: '王', state: null }, null, null)).toEqual({ first: null, next: null })
  expect(pageLinks('/register', { q: 'a', state: null }, null, 'c')).toEqual({ first: null, next: '/register?q=a&after=c' })
  expect(pageLinks('/register', { q: 'a' }, ['2025-11-01', ID], null)).toEqual({ first: '/register?q=a', next: null })
})
