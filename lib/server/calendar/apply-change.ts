import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate, yearOf } from '@/lib/calendar/plain-date'
import type { Prisma } from '@/prisma/generated/client/client'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { conflict, forbidden, notFound } from '../input/errors'
import { id } from '../input/fields'
import { forgetWorkCalendar } from '../runtime/read-work-calendar'
import { type ChangeContent, changeContent, readCalendarRows, rowsAfter, toWorkCalendar } from './change-content'
import { moveDeadlines } from './move-deadlines'
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
  const answer = await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('calendar', 0))`
      const change = await tx.calendarChange.findUnique({ where: { id: of } })
      if (!change) throw notFound()
      const row = await tx.calendarYear.findUnique({ where: { year: change.year }, select: { version: true } })
      if (change.appliedAt !== null || (row?.version ?? 0) !== change.baseVersion) throw conflict()
      const content = changeContent.parse(change.content)
      const before = await readCalendarRows(tx)
      await writeDays(tx, change.year, content)
      const calendars = [before, rowsAfter(before, change.year, content)].map(toWorkCalendar)
      const [old, present] = calendars
      if (!old || !present) throw new RangeError('two calendars')
      const moves = await moveDeadlines(tx, await planMoves(tx, old, present, dateInShanghai(now)))
      await tx.deadlineMove.createMany({
        data: moves.map(({ stream, id: streamId, waitsFor, organizationId, regionCode, from, to }) => ({
          ...{ id: newId(), changeId: of, stream, streamId, waitsFor, organizationId, regionCode },
          ...{ fromOn: new Date(from), toOn: new Date(to) },
        })),
      })
      await tx.calendarChange.update({ where: { id: of }, data: { appliedAt: now, appliedBy: actor.accountId } })
      const data = { year: change.year, act: content.act, moved: moves.length, ...('date' in content ? { date: content.date } : {}) }
      await writeAudit(actor, { act: 'calendar_change', subject: 'calendar_change', subjectId: of, data }, now, tx)
      return { id: of, moved: moves.length }
    },
    { timeout: TIMEOUT_MS, maxWait: 10_000 },
  )
  forgetWorkCalendar()
  return answer
}

async function writeDays(tx: Prisma.TransactionClient, year: number, content: ChangeContent): Promise<void> {
  if (content.act === 'year') {
    const notice = { notice: content.notice, noticeOn: new Date(content.noticeOn), source: content.source }
    await tx.calendarYear.upsert({ where: { year }, create: { year, ...notice }, update: { ...notice, version: { increment: 1 } } })
    await tx.calendarDay.deleteMany({ where: { year, local: false } })
    const row = (worked: boolean) => (day: { date: PlainDate; name: string }) => ({
      date: new Date(day.date),
      year,
      worked,
      name: day.name,
    })
    await tx.calendarDay.createMany({ data: [...content.off.map(row(false)), ...content.worked.map(row(true))] })
    return
  }
  await tx.calendarYear.update({ where: { year }, data: { version: { increment: 1 } } })
  const date = new Date(content.date)
  if (content.act === 'local_end') await tx.calendarDay.delete({ where: { date } })
  else {
    const { worked, name, document } = content
    await tx.calendarDay.create({ data: { date, year: yearOf(content.date), worked, name, document, local: true } })
  }
}
