import 'server-only'
import { z } from 'zod'
import { type PlainDate, parseTypedDate } from '@/lib/calendar/plain-date'
import { statesIn } from '@/lib/workflow/state-groups'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../../database/db'
import { dateColumn } from '../../database/plain-dates'
import { filingsMatching } from '../../filing/filings-matching'
import { cursorParam, encodeCursor, textParam } from '../../input/search'
import type { RecordContent } from '../content'
import { type FilingBeside, filingBeside, filingBesideSelect } from './filing-beside'

/** Typed by people: a day that is none is "not given". */
const typedDay = z
  .string()
  .max(20)
  .transform((value) => parseTypedDate(value.trim()) ?? null)
  .nullable()
  .catch(null)

export const filingSearch = {
  q: textParam(),
  from: typedDay,
  until: typedDay,
  after: cursorParam(z.tuple([z.iso.date(), z.uuid()])),
}
export type FilingSearch = z.infer<z.ZodObject<typeof filingSearch>>

export interface FoundFilings {
  rows: FilingBeside[]
  next: string | null
  /** Nothing was asked: those of the record's own days. */
  ofThoseDays: boolean
}

const SHOWN = 10

/**
 * Trainings of the register to choose from, the latest first: by name, number or organiser and by days; unasked, those held on the record's
 * days, and where it has none yet, those that have begun.
 */
export async function findFilings(
  { q, from, until, after }: FilingSearch,
  content: RecordContent,
  today: PlainDate,
): Promise<FoundFilings> {
  const asked = q !== '' || from !== null || until !== null
  const [first, last] = asked ? [from, until] : [content.startedOn, content.completedOn ?? today]
  const found = await db.filing.findMany({
    where: {
      AND: [
        { state: { in: statesIn('filing', 'register') }, approvedOn: { not: null } },
        first ? { endsOn: { gte: new Date(first) } } : {},
        last ? { startsOn: { lte: dateColumn(last) } } : {},
        await filingsMatching(q),
        after ? behind(after) : {},
      ],
    },
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    take: SHOWN + 1,
    select: filingBesideSelect,
  })
  const rows = found.slice(0, SHOWN).map((row) => filingBeside(row, content))
  const bottom = rows.at(-1)
  return {
    rows,
    next: found.length > SHOWN && bottom ? encodeCursor([bottom.startsOn, bottom.id]) : null,
    ofThoseDays: !asked && first !== null,
  }
}

function behind([startsOn, id]: [string, string]): Prisma.FilingWhereInput {
  const on = dateColumn(startsOn)
  return { startsOn: { lte: on }, OR: [{ startsOn: { lt: on } }, { startsOn: on, id: { lt: id } }] }
}
