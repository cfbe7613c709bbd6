import 'server-only'
import { z } from 'zod'
import { type PlainDate, parseTypedDate } from '@/lib/calendar/plain-date'
import { statesIn } from '@/lib/workflow/state-groups'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../../database/db'
import { dateColumn, day } from '../../database/plain-dates'
import { filingsMatching } from '../../filing/filings-matching'
import { afterParam, behindTime, pagesOf } from '../../input/keyset'
import { textParam } from '../../input/search'
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
  after: afterParam('day'),
}
export type FilingSearch = z.infer<z.ZodObject<typeof filingSearch>>

export interface FoundFilings {
  rows: FilingBeside[]
  next: string | null
  /** Nothing was asked: those of the record's own days. */
  ofThoseDays: boolean
}

const pages = pagesOf(10)

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
        behindTime<Prisma.FilingWhereInput>('startsOn', 'desc', after),
      ],
    },
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    take: pages.take,
    select: filingBesideSelect,
  })
  const { rows, next } = pages.cut(found, ({ startsOn, id }) => [day(startsOn), id])
  return {
    rows: rows.map((row) => filingBeside(row, content)),
    next,
    ofThoseDays: !asked && first !== null,
  }
}
