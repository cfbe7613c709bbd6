import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { TableName, Tables } from '@/lib/server/database/tables'

// Rows in the text format of PostgreSQL's COPY.

const SPECIAL = /[\\\t\n\r]/g
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.replace(SPECIAL, (character) => ESCAPES[character] ?? character)
}

type ColumnName<Table extends TableName> = keyof Tables[Table] & string

/** A row that names columns of the table and nothing else. */
type RowOf<Table extends TableName, Row> = Row & { [Name in Exclude<keyof Row, ColumnName<Table>>]: never }

/** Collects rows for one table; columns that a row leaves out become null. */
export class CopyText<Table extends TableName> {
  rows = 0
  private lines: string[] = []
  constructor(
    readonly table: Table,
    readonly columns: readonly ColumnName<Table>[],
  ) {}

  add<Row extends object>(row: RowOf<Table, Row>): void {
    const values: { readonly [Name in ColumnName<Table>]?: unknown } = row
    const line = this.columns.map((name) => textOf(values[name])).join('\t')
    this.lines.push(line)
    this.rows += 1
  }

  /** Copies the collected rows into the table and forgets them. */
  async flush(client: PoolClient): Promise<void> {
    if (this.lines.length === 0) return
    const stream = client.query(copyFrom(`COPY ${this.table} (${this.columns.join(', ')}) FROM STDIN`))
    const done = new Promise<void>((resolve, reject) => stream.on('finish', resolve).on('error', reject))
    stream.end(`${this.lines.join('\n')}\n`)
    this.lines = []
    await done
  }
}

/** A value for a column of type text[]; arrays in other columns are written as JSON. */
export function textArray(values: readonly string[]): string {
  return `{${values.map((value) => JSON.stringify(value)).join(',')}}`
}
