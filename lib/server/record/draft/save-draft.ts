import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { isEditable, recordStatesIn, statesIn } from '@/lib/workflow/state-groups'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../../database/db'
import { dateColumn, day } from '../../database/plain-dates'
import { ExpectedError, invalid, notFound, refused } from '../../input/errors'
import { recordDetails } from '../../ledger/record-details'
import { readSettings } from '../../runtime/settings'
import { achievementOf, type ContentChange, identifiersOfContent, mergeContent, type RecordContent } from '../content'
import { problemsOf } from '../content-problems'
import { recordScope } from '../scope'
import { isRegisteredPlatform } from './platform-choices'
import { OTHER_PLATFORM } from './step-fields'

export interface DraftChange {
  id: string
  /** Where the page showed a version; left out, what is read now counts. */
  version?: number
  content: ContentChange
}

const contentSelect = {
  id: true,
  state: true,
  version: true,
  category: true,
  option: true,
  subject: true,
  title: true,
  assessment: true,
  organizer: true,
  place: true,
  startedOn: true,
  completedOn: true,
  details: true,
  creditedIn: true,
  filingId: true,
  year: true,
} as const satisfies Prisma.HourRecordSelect

/** The draft with one page of the form laid over it: while it is a draft or returned, by the person or whoever entered it. No transition. */
export async function saveDraft(
  actor: Actor,
  { id, version, content }: DraftChange,
  { now }: { now: Date },
): Promise<{ id: string; content: RecordContent }> {
  const row = await db.hourRecord.findFirst({ where: { AND: [{ id }, recordScope(actor, 'record_edit')] }, select: contentSelect })
  if (!row) throw notFound()
  if (!isEditable(row.state)) throw refused([{ code: 'not_from_here', detail: { state: row.state, event: 'submit' } }])
  const before: RecordContent = {
    ...row,
    details: recordDetails.parse(row.details),
    startedOn: day(row.startedOn),
    completedOn: day(row.completedOn),
  }
  const after = mergeContent(before, content)
  await requireFiling(content.filingId)
  requirePlatform(content.details?.platform, after.year)
  // A year that the day of completion does not allow falls back by itself: where it was chosen, that is said.
  if (content.year !== undefined && after.year !== content.year) throw invalid({ year: { key: 'choose' } })
  await requireAttested(id, before, after)
  const problems = problemsOf(after, dateInShanghai(now), (await readSettings()).openYears)
  const asked = Object.entries(problems).filter(
    ([name]) => name in content || name in (content.details ?? {}) || (name === 'year' && 'completedOn' in content),
  )
  if (asked.length > 0) throw invalid(Object.fromEntries(asked))

  const saved = await db.hourRecord.updateMany({
    where: { id, version: version ?? row.version, state: { in: recordStatesIn('editable') } },
    data: {
      option: after.option,
      subject: after.subject,
      title: after.title,
      assessment: after.assessment,
      organizer: after.organizer,
      place: after.place,
      startedOn: dateColumn(after.startedOn),
      completedOn: dateColumn(after.completedOn),
      details: { ...after.details },
      achievement: achievementOf(after),
      identifiers: identifiersOfContent(after),
      creditedIn: after.creditedIn,
      filingId: after.filingId,
      year: after.year,
      version: { increment: 1 },
      changedAt: now,
    },
  })
  if (saved.count !== 1) throw new ExpectedError({ code: 'conflict', by: null, machine: null, event: null, at: null })
  return { id, content: after }
}

/** What a roster says of a person its provider answers for: whom it is about takes it or says that it is wrong, and does not change it. */
async function requireAttested(id: string, before: RecordContent, after: RecordContent): Promise<void> {
  const attested = ({ subject, assessment, startedOn, completedOn, filingId, details: { days } }: RecordContent) => ({
    ...{ subject, assessment, startedOn, completedOn, filingId, days },
  })
  const [was, is] = [attested(before), attested(after)] as Record<string, unknown>[]
  const changed = Object.keys(was ?? {}).filter((name) => was?.[name] !== is?.[name])
  if (changed.length === 0 || !(await db.rosterRow.findUnique({ where: { id }, select: { id: true } }))) return
  throw invalid(Object.fromEntries(changed.map((name) => [name, { key: 'attested' }])))
}

/** A filing that stands in the register. */
async function requireFiling(filingId: string | null | undefined): Promise<void> {
  if (!filingId) return
  const filing = await db.filing.findFirst({
    where: { id: filingId, approvedOn: { not: null }, state: { in: statesIn('filing', 'register') } },
    select: { id: true },
  })
  if (!filing) throw invalid({ filingId: { key: 'choose' } })
}

/** A platform of the register, or said to be none of it. */
function requirePlatform(code: string | undefined, year: number): void {
  if (code !== undefined && code !== OTHER_PLATFORM && !isRegisteredPlatform(code, year)) throw invalid({ platform: { key: 'choose' } })
}
