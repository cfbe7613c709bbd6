import 'server-only'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { decide } from '@/lib/workflow/decide'
import { act } from '../consequence/act'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { statement } from '../database/statement'
import { refused } from '../input/errors'
import { id, version } from '../input/fields'
import { type Attendance, attendanceOf } from './attendance'
import { lookUpPeople } from './find-people'
import { loadRoster, rosterStep } from './load-roster'
import { rosterContext } from './load-training'
import { becomesRecord, isWrong, type RowProblem, rowProblems } from './row-problems'

export const confirmRosterInput = z.strictObject({ roster: id(), version: version() })

/**
 * Makes a record of every line at once, or of none. People are looked up once more: what was right when the file was read may no longer be,
 * and then the draft says so. The records' keys are the lines', so that two confirmations cannot both make them.
 */
export async function confirmRoster(
  actor: Actor,
  input: z.infer<typeof confirmRosterInput>,
  { now }: { now: Date },
): Promise<{ filing: string; records: number }> {
  const roster = await loadRoster(actor, input.roster)
  const rows = await readLines(roster.id, roster.training.id)
  const wrong = rows.filter((row) => row.problems.some(isWrong)).length
  const context = { ...(await rosterContext(actor, roster.training, now)), rowCount: rows.length, rowsWrong: wrong }
  const decision = decide('roster', roster.state, 'confirm', context)
  if (!decision.ok) {
    if (wrong > 0) await keepProblems(rows)
    throw refused(decision.refusals, roster.id)
  }
  const attending = rows.filter((row) => becomesRecord(row.problems)).map(({ attendance }) => attendance)
  const { training } = roster
  const attended = await attendanceOf(actor, training, attending, now)
  const confirmed = rosterStep(roster, {
    event: 'confirm',
    version: input.version,
    context,
    set: { row_count: rows.length },
    data: { filing: training.id, records: attending.length },
  })
  await act(actor, { ...attended, steps: [confirmed, ...attended.steps] }, now)
  return { filing: training.id, records: attending.length }
}

interface Line {
  attendance: Attendance
  problems: RowProblem[]
}

async function readLines(rosterId: string, filingId: string): Promise<Line[]> {
  const rows = await db.rosterRow.findMany({
    where: { rosterId },
    orderBy: { line: 'asc' },
    select: { id: true, name: true, numberIndex: true, days: true, result: true, completedOn: true, problems: true },
  })
  const found = await lookUpPeople(
    rows.map(({ name, numberIndex }) => ({ name, numberIndex: numberIndex && Buffer.from(numberIndex) })),
    filingId,
  )
  return rows.map(({ id, days, result, completedOn, problems }, place) => {
    const { personId, problems: about } = found[place] ?? { personId: null, problems: [] }
    return {
      attendance: { id, personId: personId ?? '', days: Number(days), result, completedOn: day(completedOn) },
      // what the sheet said stays; what is known of the person is asked anew
      problems: [...rowProblems.parse(problems).filter(({ code }) => !ABOUT_PEOPLE.includes(code)), ...about],
    }
  })
}

const ABOUT_PEOPLE: readonly string[] = ['person_unknown', 'name_differs', 'on_roster', 'own_entry']

/** `problems`: a JSON list of lines. */
const setProblems = statement('roster-problems', (db, given: { problems: string }) =>
  db
    .updateTable('roster_row as r')
    .from(sql<{ id: string; problems: unknown }>`jsonb_to_recordset(${given.problems}::jsonb)`.as<'x'>(sql`x(id uuid, problems jsonb)`))
    .set((eb) => ({ problems: eb.ref('x.problems') }))
    .whereRef('r.id', '=', 'x.id')
    .whereRef('r.problems', '<>', 'x.problems'),
)

/** What turned out to be wrong is kept with the draft, where it is shown. No state changes. */
async function keepProblems(rows: readonly Line[]): Promise<void> {
  await setProblems({ problems: JSON.stringify(rows.map(({ attendance: { id }, problems }) => ({ id, problems }))) })
}
