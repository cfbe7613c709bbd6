import 'server-only'
import writeXlsxFile from 'write-excel-file/node'

export interface SheetColumn {
  head: string
  /** In characters. */
  width: number
  /** Formatted as text, so that Excel leaves long numbers as they were typed. */
  text?: boolean
}

export interface NewSheet {
  name: string
  columns: readonly SheetColumn[]
  rows: readonly (readonly (string | number | null)[])[]
  /** Empty rows behind, whose text columns are formatted already. */
  blank?: number
}

/** A workbook with these sheets. No cell of it is a formula, whatever the text in it begins with. */
export async function writeWorkbook(sheets: readonly NewSheet[]): Promise<Buffer> {
  return writeXlsxFile(
    sheets.map(({ name, columns, rows, blank = 0 }) => ({
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [
        columns.map(({ head }) => ({ value: harmless(head), fontWeight: 'bold' as const, wrap: true })),
        ...rows.map((row) => row.map((cell, place) => cellOf(cell, columns[place]))),
        ...Array.from({ length: blank }, () => columns.map((column) => (column.text ? { type: String, format: '@' } : null))),
      ],
    })),
  ).toBuffer()
}

function cellOf(cell: string | number | null, column: SheetColumn | undefined) {
  if (cell === null || cell === '') return column?.text ? { type: String, format: '@' } : null
  if (typeof cell === 'number') return { value: cell, type: Number }
  return { value: harmless(cell), type: String, wrap: true, ...(column?.text ? { type: String, format: '@' } : {}) }
}

/** Text that a spreadsheet could take for a formula gets an apostrophe in front (CSV and DDE injection). */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
