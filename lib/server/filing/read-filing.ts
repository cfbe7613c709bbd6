import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { countWorkingDays } from '@/lib/calendar/working-days'
import type { Assignee } from '@/lib/workflow/assignee'
import { assigneeOf } from '@/lib/workflow/assignee'
import { availableEvents, blockedEvents } from '@/lib/workflow/available'
import type { EventOf } from '@/lib/workflow/events'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { FilingState } from '@/lib/workflow/states'
import type { Refusal } from '@/lib/workflow/types'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { notFound } from '../input/errors'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { type PastEvent, readEvents } from '../transition/read-events'
import type { FilingContent } from './content'
import { filingContext, loadFiling, mayAct } from './load-filing'
import { type Recognition, recognitionOf } from './recognition'

export interface FilingFileItem {
  id: string
  fileName: string
  mediaType: string
  bytes: number
}

export interface FilingPage {
  id: string
  state: FilingState
  version: number
  number: string | null
  outside: boolean
  /** Who holds it, and for whom it was filed; the name of the organisation. */
  provider: string | null
  providerId: string | null
  authority: { name: string; nameEn: string | null } | null
  regionCode: string
  content: FilingContent
  files: FilingFileItem[]
  /** A change that waits for both, or that is being prepared. */
  change: { content: FilingContent; files: FilingFileItem[]; asked: boolean } | null
  approvals: Approvals
  changeApprovals: Approvals
  approvedOn: PlainDate | null
  changeApprovedOn: PlainDate | null
  recognition: Recognition | null
  waiting: {
    for: Assignee
    both: boolean
    since: PlainDate | null
    days: number | null
    due: { on: PlainDate; days: number; provisional: boolean } | null
  }
  linkedRecords: number
  ownEntry: boolean
  /** What this actor may do now. */
  actions: EventOf<'filing'>[]
  /** What would be theirs but for what stands in the way. */
  blocked: { event: EventOf<'filing'>; refusals: readonly Refusal[] }[]
  events: PastEvent[]
  today: PlainDate
}

export interface Approvals {
  bureau: PlainDate | null
  authority: PlainDate | null
}

/** One filing, for those who filed it and those who decide: what is in force, what is asked for, who has agreed, what comes next. */
export async function readFiling(actor: Actor, id: string, now: Date): Promise<FilingPage> {
  const filing = await loadFiling(actor, id)
  const { state, outside, content, changed } = filing
  const [facts, row, events, calendar] = await Promise.all([
    filingContext(actor, filing, now),
    readRest(id),
    readEvents(actor, 'filing', id),
    readWorkCalendar(),
  ])
  const today = dateInShanghai(now)
  const mine = (event: EventOf<'filing'>) => mayAct(actor, filing, event)
  const changing = isInGroup('filing', state, 'changing')
  const files = new Map(row.files.map((file) => [file.id, file]))
  const named = (ids: readonly string[]) => ids.flatMap((fileId) => files.get(fileId) ?? [])
  const waits = isInGroup('filing', state, 'waiting')
  const since = waits && row.submittedAt ? dateInShanghai(row.submittedAt) : null
  const dueOn = waits && !outside && row.dueOn ? day(row.dueOn) : null
  const approvedOn = day(row.approvedOn)
  const actions = availableEvents('filing', state, facts).filter(mine)
  const blocked = blockedEvents('filing', state, facts).filter(({ event }) => mine(event))
  // A change that is only being prepared is seen by those alone whose it is to ask for it.
  const prepares = [...actions, ...blocked.map(({ event }) => event)].includes('amend')
  const shownChange = filing.change !== null && (changing || prepares)
  return {
    ...{ id, state, version: filing.version, outside, content, approvedOn, regionCode: filing.regionCode, today, events },
    number: filing.number ?? content.outsideNumber,
    provider: row.provider?.name ?? null,
    providerId: filing.providerId,
    authority: row.authority,
    files: named(content.fileIds),
    change: shownChange ? { content: changed, files: named(changed.fileIds), asked: changing } : null,
    approvals: approvalsOf(filing.approvals.bureauApprovedOn, filing.approvals.authorityApprovedOn),
    changeApprovals: approvalsOf(filing.approvals.changeBureauApprovedOn, filing.approvals.changeAuthorityApprovedOn),
    changeApprovedOn: day(row.changeApprovedOn),
    recognition: recognitionOf({ state, startsOn: content.startsOn, endsOn: content.endsOn, approvedOn }),
    waiting: {
      for: assigneeOf('filing', state),
      both: isInGroup('filing', state, 'bureau_queue') && isInGroup('filing', state, 'authority_queue') && !outside,
      since,
      days: since && countWorkingDays(calendar, since, today).days,
      due: dueOn && { on: dueOn, ...countWorkingDays(calendar, today, dueOn) },
    },
    linkedRecords: filing.linkedRecords,
    ownEntry: facts.enteredByActor,
    actions,
    blocked,
  }
}

function approvalsOf(bureau: Date | null, authority: Date | null): Approvals {
  return { bureau: day(bureau), authority: day(authority) }
}

async function readRest(id: string) {
  const row = await db.filing.findUnique({
    where: { id },
    select: {
      approvedOn: true,
      changeApprovedOn: true,
      submittedAt: true,
      dueOn: true,
      provider: { select: { name: true } },
      authority: { select: { name: true, nameEn: true } },
      files: { select: { id: true, fileName: true, mediaType: true, bytes: true } },
    },
  })
  if (!row) throw notFound()
  return row
}
