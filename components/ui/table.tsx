import { memo, type ReactNode } from 'react'

export interface Column<Row> {
  id: string
  head: ReactNode
  cell: (row: Row) => ReactNode
  /** Right-aligned numbers. */
  numeric?: boolean
  /** The column that names the row: on a phone it is shown above the other cells. By default the first column. */
  lead?: boolean
  /** Shown without its heading on a phone, for cells that need none: a tag, a button. */
  bare?: boolean
}

interface TableProps<Row> {
  /** What the table lists; for screen readers, and visible where `showCaption` is set. */
  caption: ReactNode
  showCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Rows to highlight, such as the opened one. */
  highlighted?: (row: Row) => boolean
  /** Everything that a row's cells show, as text: while it stays the same, the row is not rendered again. For tables that change often. */
  rowVersion?: (row: Row) => string
}

/** A table on wide screens, stacked rows on a phone. (Current browsers keep the table's semantics whatever its `display` is.) */
export function Table<Row>({ caption, showCaption = false, columns, rows, rowKey, highlighted, rowVersion }: TableProps<Row>) {
  const leadId = (columns.find((column) => column.lead) ?? columns[0])?.id
  return (
    <table className="block w-full border-collapse tabular-nums sm:table">
      <caption className={showCaption ? 'block pb-2 text-left font-semibold sm:table-caption' : 'sr-only'}>{caption}</caption>
      <thead className="sr-only sm:not-sr-only sm:table-header-group">
        <tr className="sm:table-row">
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              className={`border-line border-b-2 px-3 py-2 align-bottom font-semibold text-muted text-sm md:whitespace-nowrap first:pl-0 last:pr-0 ${column.numeric ? 'text-right' : 'text-left'}`}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {rows.map((row) => (
          <BodyRow
            key={rowKey(row)}
            row={row}
            columns={columns}
            leadId={leadId}
            isHighlighted={highlighted?.(row) ?? false}
            version={rowVersion?.(row)}
          />
        ))}
      </tbody>
    </table>
  )
}

interface BodyRowProps<Row> {
  row: Row
  columns: readonly Column<Row>[]
  leadId: string | undefined
  isHighlighted: boolean
  version: string | undefined
}

function BodyRowOf<Row>({ row, columns, leadId, isHighlighted }: BodyRowProps<Row>) {
  return (
    <tr className={`block border-line border-b py-3.5 sm:table-row sm:py-0 ${isHighlighted ? 'bg-accent-soft' : ''}`}>
      {columns.map((column) => (
        <Cell key={column.id} column={column} row={row} lead={column.id === leadId} />
      ))}
    </tr>
  )
}

const BodyRow = memo(
  BodyRowOf,
  (before, after) => before.version !== undefined && before.version === after.version && before.isHighlighted === after.isHighlighted,
) as typeof BodyRowOf

function Cell<Row>({ column, row, lead }: { column: Column<Row>; row: Row; lead: boolean }) {
  const content = column.cell(row)
  const place =
    'sm:[overflow-wrap:break-word] sm:table-cell sm:px-3 sm:py-3 sm:align-top sm:first:pl-0 sm:last:pr-0 sm:border-line sm:border-b'
  if (lead || column.bare) {
    return <td className={`block ${lead ? 'pb-1' : 'pt-1'} ${column.numeric ? 'sm:text-right' : ''} ${place}`}>{content}</td>
  }
  if (content === null || content === undefined || content === '') {
    return <td className={`hidden ${place}`} />
  }
  return (
    <td className={`flex justify-between gap-4 ${column.numeric ? 'sm:text-right' : ''} ${place}`}>
      <span aria-hidden="true" className="max-w-[45%] shrink-0 text-muted text-sm sm:hidden">
        {column.head}
      </span>
      <div className="min-w-0 text-right sm:[text-align:inherit]">{content}</div>
    </td>
  )
}

/** The second line of a cell, in smaller and muted text. */
export function CellNote({ children }: { children: ReactNode }) {
  return <div className="text-muted text-sm">{children}</div>
}
