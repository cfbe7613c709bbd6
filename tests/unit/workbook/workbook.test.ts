import { expect, test } from 'vitest'
import { openWorkbook } from '@/lib/server/workbook/open-workbook'
import { harmless, writeWorkbook } from '@/lib/server/workbook/write-workbook'
import { archiveOf, workbookParts } from '../../support/archive'

const MOST = { mostRows: 10 }
const text = (row: number, column: string, value: string) => `<c r="${column}${row}" t="inlineStr"><is><t>${value}</t></is></c>`
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => `<row r="${index + 1}">${text(index + 1, 'A', 'x')}</row>`).join('')

test('what is written is read again, long numbers kept as text, each row at its place', async () => {
  const bytes = await writeWorkbook([
    {
      name: '名册',
      columns: [
        { head: '身份证号', width: 20, text: true },
        { head: '天数', width: 8 },
      ],
      rows: [
        ['341202199001011234', 2.5],
        [null, null],
        ['x', 1],
      ],
      blank: 3,
    },
  ])
  const opened = await openWorkbook(bytes, MOST)
  expect(opened.ok && opened.cells.slice(0, 4)).toEqual([
    ['身份证号', '天数'],
    ['341202199001011234', 2.5],
    [null, null],
    ['x', 1],
  ])
  expect(
    opened.ok &&
      opened.cells
        .slice(4)
        .flat()
        .every((cell) => cell === null),
  ).toBe(true)
})

test.each(['=1+1', '+86', '-3', '@SUM(A1)', '\tx', '\rx'])('%j is no formula in what is written', async (typed) => {
  expect(harmless(typed)).toBe(`'${typed}`)
  const bytes = await writeWorkbook([{ name: 'x', columns: [{ head: typed, width: 9 }], rows: [[typed]] }])
  const opened = await openWorkbook(bytes, MOST)
  expect(opened.ok && opened.cells.flat().map((cell) => String(cell).charAt(0))).toEqual(["'", "'"])
})

test('plain text stays as it is', () => {
  expect(harmless('王丽萍 (a=b)')).toBe('王丽萍 (a=b)')
})

test.each<[string, Uint8Array, string, string | null]>([
  ['nothing', new Uint8Array(), 'empty', null],
  ['a workbook without a cell', archiveOf(workbookParts('')), 'empty', null],
  ['a PDF by another name', Buffer.from('%PDF-1.7\n%%EOF'), 'pdf', null],
  ['the old Excel, or one with a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old', null],
  ['a list with commas', Buffer.from('姓名,身份证号\n'), 'other', null],
  ['another archive', archiveOf({ 'word/document.xml': '<x/>' }), 'broken', null],
  ['half a workbook', archiveOf(workbookParts(rows(3))).subarray(0, 500), 'broken', null],
  ['a workbook whose sheet is no XML', archiveOf({ ...workbookParts(''), 'xl/workbook.xml': 'no' }), 'broken', null],
  ['merged cells', archiveOf(workbookParts(rows(3), '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>')), 'merged', 'A2:A3'],
  ['a row too many', archiveOf(workbookParts(rows(12))), 'rows', '11'],
  ['more than ten megabytes', Buffer.alloc(10 * 1024 * 1024 + 1, 'PK\x03\x04'), 'size', null],
])('%s is not taken', async (_what, bytes, problem, at) => {
  expect(await openWorkbook(bytes, MOST)).toEqual({ ok: false, problem, at })
})

test('as many rows as are allowed are taken', async () => {
  expect(await openWorkbook(archiveOf(workbookParts(rows(11))), MOST)).toMatchObject({ ok: true })
})

test('200,000 rows are turned away before anything parses them', async () => {
  const many = archiveOf(workbookParts(rows(200_001)))
  expect(await openWorkbook(many, { mostRows: 10_000 })).toEqual({ ok: false, problem: 'rows', at: '200000' })
})

test('what unpacks to more than a workbook ever does is turned away, whatever sizes it declares', async () => {
  const bomb = archiveOf({ ...workbookParts(rows(2)), 'xl/media/image1.png': Buffer.alloc(132 * 1024 * 1024) })
  expect(bomb.length).toBeLessThan(1024 * 1024)
  // the directory lies about it
  const entry = bomb.lastIndexOf(Buffer.from('xl/media/image1.png')) - 46
  bomb.writeUInt32LE(10, entry + 24)
  expect(await openWorkbook(bomb, MOST)).toEqual({ ok: false, problem: 'bomb', at: null })
})
