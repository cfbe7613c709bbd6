import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate, yearOf } from '@/lib/calendar/plain-date'
import { writeAudit } from '../database/audit'
import { newId } from '../database/ids'
import { inTransaction, lockUntilCommit } from '../database/in-transaction'
import { type Queryable, rowsOf, runOnce, statement } from '../database/statement'
import type { Tables } from '../database/tables'
import { conflict, forbidden, notFound } from '../input/errors'
import { id } from '../input/fields'
import { forgetWorkCalendar } from '../runtime/read-work-calendar'
import { type ChangeContent, changeContent, readCalendarRows, rowsAfter, toWorkCalendar } from './change-content'
import { moveDeadlines } from './move-deadlines'
import type { Move } from './moved-deadline-types'
import { planMoves } from './plan-moves'

export const applyChangeInput = z.strictObject({ id: id() })

/** As long as the deadlines of a whole city may take. */
const TIMEOUT_MS = 120_000

/**
 * Puts a change of the calendar into force: the days, and with them every deadline still running, in one transaction. Only on the year it was
 * made from: where another change came first, its author looks again.
 */
export async function applyChange(
  actor: Actor,
  { id: of }: z.infer<typeof applyChangeInput>,
  { now }: { now: Date },
): Promise<{ id: string; moved: number }> {
  if (!can(actor, 'calendar_edit', {})) throw forbidden()
  const answer = await inTransaction(
    async (on) => {
      await lockUntilCommit(on, 'calendar')
      const [change] = await changeWithVersion({ id: of }, on)
      if (!change) throw notFound()
      const { year, appliedAt, baseVersion, version } = change
      if (appliedAt !== null || (version ?? 0) !== baseVersion) throw conflict()
      const content = changeContent.parse(change.content)
      const before = await readCalendarRows(on)
      await writeDays(on, year, content)
      const after = toWorkCalendar(rowsAfter(before, year, content))
      const moves = await moveDeadlines(on, await planMoves(toWorkCalendar(before), after, dateInShanghai(now), on))
      await keepMoves(on, of, moves)
      await applied({ id: of, now, accountId: actor.accountId }, on)
      const data = { year, act: content.act, moved: moves.length, ...('date' in content ? { date: content.date } : {}) }
      await writeAudit(actor, { act: 'calendar_change', subject: 'calendar_change', subjectId: of, data }, now, on)
      return { id: of, moved: moves.length }
    },
    { timeoutMs: TIMEOUT_MS },
  )
  forgetWorkCalendar()
  return answer
}

const changeWithVersion = statement('calendar-change', (db, given: { id: string }) =>
  db
    .selectFrom('calendar_change as c')
    .leftJoin('calendar_year as y', 'y.year', 'c.year')
    .select(['c.year', 'c.content', 'c.base_version as baseVersion', 'c.applied_at as appliedAt', 'y.version'])
    .where('c.id', '=', given.id),
)

const applied = statement('calendar-change-applied', (db, given: { id: string; now: Date; accountId: string | null }) =>
  db.updateTable('calendar_change').set({ applied_at: given.now, applied_by: given.accountId }).where('id', '=', given.id),
)

async function writeDays(on: Queryable, year: number, content: ChangeContent): Promise<void> {
  if (content.act === 'year') {
    const notice = { notice: content.notice, notice_on: content.noticeOn, source: content.source }
    await runOnce(
      (db) =>
        db
          .insertInto('calendar_year')
          .values({ year, ...notice })
          .onConflict((known) => known.column('year').doUpdateSet((eb) => ({ ...notice, version: eb('calendar_year.version', '+', 1) }))),
      on,
    )
    await runOnce((db) => db.deleteFrom('calendar_day').where('year', '=', year).where('local', '=', false), on)
    const row = (worked: boolean) => (day: { date: PlainDate; name: string }) => ({ date: day.date, year, worked, name: day.name })
    const days = [...content.off.map(row(false)), ...content.worked.map(row(true))]
    if (days.length > 0) await runOnce((db) => db.insertInto('calendar_day').values(days), on)
    return
  }
  await runOnce(
    (db) =>
      db
        .updateTable('calendar_year')
        .set((eb) => ({ version: eb('version', '+', 1) }))
        .where('year', '=', year),
    on,
  )
  const { date, worked, name, document } = content
  if (content.act === 'local_end') await runOnce((db) => db.deleteFrom('calendar_day').where('date', '=', date), on)
  else {
    const day = { date, year: yearOf(date), worked, name, document, local: true }
    await runOnce((db) => db.insertInto('calendar_day').values(day), on)
  }
}

const MOVE = {
  id: 'uuid',
  stream: 'stream',
  stream_id: 'uuid',
  waits_for: 'text',
  organization_id: 'uuid',
  region_code: 'text',
  from_on: 'date',
  to_on: 'date',
} as const satisfies { [Column in Exclude<keyof Tables['deadline_move'], 'change_id'>]: string }
type MoveColumn = keyof typeof MOVE
const MOVE_COLUMNS = Object.keys(MOVE) as MoveColumn[]

/** A whole city's at once: a statement with arrays. */
const insertMoves = statement('calendar-moves', (db, given: { changeId: string } & { [Column in MoveColumn]: unknown[] }) =>
  db
    .insertInto('deadline_move')
    .columns(['change_id', ...MOVE_COLUMNS])
    .expression(
      db
        .selectFrom(rowsOf<Record<MoveColumn, unknown>, 'move'>('move', MOVE, given))
        .select((eb) => eb.cast(eb.val(given.changeId), 'uuid').as('change_id'))
        .select(MOVE_COLUMNS),
    ),
)

async function keepMoves(on: Queryable, changeId: string, moves: readonly Move[]): Promise<void> {
  const rows = {
    id: moves.map(() => newId()),
    stream: moves.map(({ stream }) => stream),
    stream_id: moves.map(({ id: streamId }) => streamId),
    waits_for: moves.map(({ waitsFor }) => waitsFor),
    organization_id: moves.map(({ organizationId }) => organizationId),
    region_code: moves.map(({ regionCode }) => regionCode),
    from_on: moves.map(({ from }) => from),
    to_on: moves.map(({ to }) => to),
  }
  await insertMoves({ changeId, ...rows }, on)
}
