import 'server-only'
import { z } from 'zod'
import { type PlainDate, parseTypedDate, plainDate } from '@/lib/calendar/plain-date'
import { statesIn } from '@/lib/workflow/state-groups'
import { float, runOnce } from '../../database/statement'
import { filingsMatching } from '../../filing/filings-matching'
import { liesBehind } from '../../find/queue'
import { afterParam, pagesOf } from '../../input/keyset'
import { textParam } from '../../input/search'
import type { RecordContent } from '../content'
import { type FilingBeside, filingBeside } from './filing-beside'

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
  const matching = await filingsMatching(q)
  const found = await runOnce((db) =>
    db
      .selectFrom('filing as f')
      .where('f.state', 'in', statesIn('filing', 'register'))
      .where('f.approved_on', 'is not', null)
      .where(matching)
      .where((eb) =>
        eb.and([...(first ? [eb('f.ends_on', '>=', plainDate(first))] : []), ...(last ? [eb('f.starts_on', '<=', plainDate(last))] : [])]),
      )
      .where((eb) => liesBehind(eb.ref('f.starts_on'), eb.ref('f.id'), 'desc', after))
      .leftJoin('organization as o', 'o.id', 'f.provider_id')
      .select(['f.id', 'f.number', 'f.state', 'f.title', 'f.starts_on as startsOn', 'f.ends_on as endsOn', 'f.approved_on as approvedOn'])
      .select(['f.bureau_approved_on as bureauApprovedOn', 'f.authority_approved_on as authorityApprovedOn'])
      .select(['f.organizer', 'o.name as provider'])
      .select((eb) => float(eb.ref('f.days')).as('days'))
      .orderBy('f.starts_on', 'desc')
      .orderBy('f.id', 'desc')
      .limit(pages.take),
  )
  const { rows, next } = pages.cut(found, ({ startsOn, id }) => [startsOn, id])
  return {
    rows: rows.map(({ provider, organizer, ...row }) => filingBeside({ ...row, organizer: organizer || provider }, content)),
    next,
    ofThoseDays: !asked && first !== null,
  }
}
