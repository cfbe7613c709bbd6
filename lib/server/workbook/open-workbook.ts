import 'server-only'
import { readSheet } from 'read-excel-file/node'
import { lookIntoArchive } from './look-into-archive'

export type Cell = string | number | boolean | Date | null

/** Why a file is not taken at all. */
export const WORKBOOK_PROBLEMS = ['empty', 'size', 'pdf', 'old', 'other', 'broken', 'bomb', 'rows', 'merged'] as const
type WorkbookProblem = (typeof WORKBOOK_PROBLEMS)[number]

export type Opened =
  | { ok: true; cells: Cell[][] }
  /** `at`: where, as Excel names cells, or how many. Never what stands there: it goes into an address. */
  | { ok: false; problem: WorkbookProblem; at: string | null }

export const MAX_WORKBOOK_BYTES = 10 * 1024 * 1024

/**
 * The cells of a workbook's first sheet, row by row from its first. What it is, how large it is, what it unpacks to, how many rows it has
 * and whether cells are merged is known before a parser sees it.
 */
export async function openWorkbook(bytes: Uint8Array, { mostRows }: { mostRows: number }): Promise<Opened> {
  if (bytes.byteLength === 0) return { ok: false, problem: 'empty', at: null }
  if (bytes.byteLength > MAX_WORKBOOK_BYTES) return { ok: false, problem: 'size', at: null }
  const kind = kindOf(bytes)
  if (kind !== null) return { ok: false, problem: kind, at: null }
  const looked = await lookIntoArchive(bytes)
  if (typeof looked === 'string') return { ok: false, problem: looked, at: null }
  // One row is the headings.
  if (looked.rows > mostRows + 1) return { ok: false, problem: 'rows', at: String(looked.rows - 1) }
  if (looked.merged) return { ok: false, problem: 'merged', at: looked.merged }
  try {
    // The parser's types know no Date instances, its values are.
    const cells = (await readSheet(Buffer.from(bytes))) as unknown as Cell[][]
    return cells.some((row) => row.some((cell) => cell !== null)) ? { ok: true, cells } : { ok: false, problem: 'empty', at: null }
  } catch {
    return { ok: false, problem: 'broken', at: null }
  }
}

/** What the first bytes say where they are no archive's: a PDF by another name, the old Excel (or a password), or something else. */
function kindOf(bytes: Uint8Array): 'pdf' | 'old' | 'other' | null {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (head.startsWith('PK\x03\x04')) return null
  if (head.startsWith('%PDF')) return 'pdf'
  return head.startsWith('\xd0\xcf\x11\xe0') ? 'old' : 'other'
}
