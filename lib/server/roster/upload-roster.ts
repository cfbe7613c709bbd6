import 'server-only'
import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/access/types'
import type { Locale } from '@/lib/i18n/locales'
import { decide } from '@/lib/workflow/decide'
import { statesIn } from '@/lib/workflow/state-groups'
import type { TransitionContext } from '@/lib/workflow/types'
import { act } from '../consequence/act'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { forbidden, requireGranted } from '../input/errors'
import { readSettings } from '../runtime/settings'
import type { Step } from '../transition/step'
import type { RowOf } from '../transition/tables'
import { openWorkbook, WORKBOOK_PROBLEMS } from '../workbook/open-workbook'
import { rosterColumnHeaders } from './column-headers'
import { findPeople } from './find-people'
import { rosterStep } from './load-roster'
import { loadTraining, rosterContext, yearOfTraining } from './load-training'
import { parseRoster, SHEET_PROBLEMS } from './parse-roster'
import { columnsOfRow } from './row-columns'
import { reportedTrainings } from './scope'

/** As many as a file may hold: more come in several. */
export const MAX_ROSTER_ROWS = 10_000

/** Why a file is not taken: each has its sentence under `roster.file`. */
export const UPLOAD_PROBLEMS = [...WORKBOOK_PROBLEMS, ...SHEET_PROBLEMS, 'year_closed'] as const
export type UploadProblem = (typeof UPLOAD_PROBLEMS)[number]
export type UploadedRoster = { ok: true; id: string } | { ok: false; problem: UploadProblem; at: string | null }

/**
 * The roster of a training out of a workbook, kept as a draft with what is wrong with its rows until it is confirmed. A draft that is there
 * is replaced. The file itself is not kept: it holds the ID numbers of everybody on it.
 */
export async function uploadRoster(
  actor: Actor,
  { filing, fileName, bytes, locale }: { filing: string; fileName: string; bytes: Uint8Array; locale: Locale },
  { now }: { now: Date },
): Promise<UploadedRoster> {
  const { accountId } = actor
  if (accountId === null) throw forbidden()
  const training = await loadTraining(filing, reportedTrainings(actor))
  const context = await rosterContext(actor, training, now)
  requireGranted(decide('roster', null, 'create', context))
  if (!(await readSettings()).openYears.includes(yearOfTraining(training)))
    return { ok: false, problem: 'year_closed', at: String(yearOfTraining(training)) }
  const opened = await openWorkbook(bytes, { mostRows: MAX_ROSTER_ROWS })
  if (!opened.ok) return opened
  const parsed = parseRoster(opened.cells, await rosterColumnHeaders(locale), training)
  if (!parsed.ok) return parsed
  const rows = await findPeople(parsed.rows, training.id)

  const id = newId()
  const row: RowOf<'roster'> = {
    filing_id: training.id,
    source: 'file' as const,
    file_name: safeName(fileName),
    file_sha256: createHash('sha256').update(bytes).digest(),
    row_count: rows.length,
    created_by: accountId,
  }
  const created: Step<'roster'> = {
    machine: 'roster',
    id,
    from: null,
    event: 'create',
    context,
    row,
    data: { filing: training.id, rows: rows.length },
  }
  const roster_row = rows.map((found) => columnsOfRow(id, found, false))
  await act(actor, { steps: [...(await discardDrafts(training.id, context)), created], inserts: { roster_row } }, now)
  return { ok: true, id }
}

/** The draft that this one takes the place of. */
async function discardDrafts(filingId: string, context: TransitionContext): Promise<Step<'roster'>[]> {
  const drafts = await db.roster.findMany({
    where: { filingId, state: { in: statesIn('roster', 'being_made') } },
    select: { id: true, state: true, version: true },
  })
  return drafts.map(({ version, ...draft }) => rosterStep(draft, { event: 'discard', version, context }))
}

function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  // An ID number in a file's name stays out of the data.
  const bare = [...last.replace(/[\p{Cc}\p{Cf}"<>|*?:]/gu, '').replace(/\d{6,}[\dXx]*/g, '***')].slice(0, 80).join('')
  return bare.trim() || 'roster.xlsx'
}
