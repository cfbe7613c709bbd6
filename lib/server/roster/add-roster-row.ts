import 'server-only'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { decide } from '@/lib/workflow/decide'
import { statesIn } from '@/lib/workflow/state-groups'
import { act } from '../consequence/act'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { statement } from '../database/statement'
import { conflict, type FieldProblem, forbidden, invalid, requireGranted } from '../input/errors'
import { id, optionalText, text } from '../input/fields'
import { readSettings } from '../runtime/settings'
import { limitRate } from '../security/rate-limit'
import type { Step } from '../transition/step'
import type { PlainRow } from '../transition/tables'
import { type FoundRow, findPeople } from './find-people'
import { loadTraining, rosterContext, yearOfTraining } from './load-training'
import { parseTypedRow } from './parse-roster'
import { columnsOfRow } from './row-columns'
import { isWrong } from './row-problems'
import { reportedTrainings } from './scope'
import { MAX_ROSTER_ROWS } from './upload-roster'

export const addRosterRowInput = z.strictObject({
  filing: id(),
  name: text(50),
  number: text(30),
  days: text(20),
  result: text(100),
  completedOn: optionalText(20),
})

/** Ten thousand tries an hour would be a way to look for people; nobody types that many. */
const MAX_AN_HOUR = 600

/** One person onto the draft by hand; without a draft one is begun. What is wrong is said where it was typed. */
export async function addRosterRow(
  actor: Actor,
  input: z.infer<typeof addRosterRowInput>,
  { now }: { now: Date },
): Promise<{ filing: string }> {
  const training = await loadTraining(input.filing, reportedTrainings(actor))
  const { accountId } = actor
  if (accountId === null) throw forbidden()
  const context = await rosterContext(actor, training, now)
  requireGranted(decide('roster', null, 'create', context))
  const year = yearOfTraining(training)
  const { openYears } = await readSettings()
  if (!openYears.includes(year)) throw invalid({ days: { key: 'year_closed', values: { year, years: [...openYears].sort().join(' · ') } } })
  await limitRate(`roster-row:${actor.accountId}`, MAX_AN_HOUR, 3600)

  const draft = await db.roster.findFirst({
    where: { filingId: training.id, state: { in: statesIn('roster', 'being_made') } },
    select: { id: true, version: true, rowCount: true, rows: { orderBy: { line: 'desc' }, take: 1, select: { line: true } } },
  })
  const line = (draft?.rows[0]?.line ?? 0) + 1
  const { filing, ...typed } = input
  const [row] = await findPeople([parseTypedRow(line, typed, training)], training.id)
  if (!row) throw new Error('a row in, a row out')
  if (draft) await requireNew(draft.id, row)
  if (draft && draft.rowCount >= MAX_ROSTER_ROWS) throw invalid({ name: { key: 'roster.full', values: { most: MAX_ROSTER_ROWS } } })
  const wrong = row.problems.filter(isWrong)
  if (wrong.length > 0) throw invalid(Object.fromEntries(wrong.reverse().map((problem) => [problem.column, sentenceOf(problem)])))

  if (!draft) {
    const roster = newId()
    const created: Step<'roster'> = {
      machine: 'roster',
      id: roster,
      from: null,
      event: 'create',
      context,
      row: { filing_id: filing, source: 'hand', row_count: 1, created_by: accountId },
      data: { filing, rows: 1 },
    }
    await act(actor, { steps: [created], inserts: { roster_row: [columnsOfRow(roster, row, true)] } }, now)
    return { filing }
  }
  const columns = { ...columnsOfRow(draft.id, row, true), problems: JSON.stringify(row.problems) }
  const added = await addToDraft({ ...columns, version: draft.version, now })
  if (added.length !== 1) throw conflict()
  return { filing }
}

const COLUMNS = [
  ...(['id', 'roster_id', 'line', 'by_hand', 'name', 'number_index', 'number_mask', 'person_id'] as const),
  ...(['days_typed', 'days', 'result', 'completed_on', 'problems'] as const),
]

/** No row where somebody changed the draft first. `problems`: as JSON. */
const addToDraft = statement('add-roster-row', (db, given: PlainRow<'roster_row'> & { problems: string; version: number; now: Date }) =>
  db
    .with('touched', (query) =>
      query
        .updateTable('roster')
        .set((eb) => ({ version: eb('version', '+', 1), row_count: eb('row_count', '+', 1), changed_at: given.now }))
        .where('id', '=', given.roster_id)
        .where('version', '=', given.version)
        .where('state', 'in', statesIn('roster', 'being_made'))
        .returning('id'),
    )
    .insertInto('roster_row')
    .columns(COLUMNS)
    .expression((eb) => eb.selectFrom('touched').select(COLUMNS.map((name) => sql`${given[name]}`.as(name))))
    .returning('id'),
)

async function requireNew(rosterId: string, { numberIndex }: FoundRow): Promise<void> {
  if (numberIndex === null) return
  const same = await db.rosterRow.findFirst({ where: { rosterId, numberIndex: new Uint8Array(numberIndex) }, select: { line: true } })
  if (same) throw invalid({ number: { key: 'roster.number_twice', values: { line: same.line } } })
}

function sentenceOf({ code, values }: FoundRow['problems'][number]): FieldProblem {
  return { key: `roster.${code}`, ...(values ? { values } : {}) }
}
