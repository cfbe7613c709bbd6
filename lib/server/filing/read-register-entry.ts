import 'server-only'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { isInGroup, statesIn } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { notFound } from '../input/errors'
import { contentOf, contentSelect, type FilingContent } from './content'
import { type Recognition, recognitionOf } from './recognition'

export interface RegisterEntry {
  id: string
  number: string
  outside: boolean
  regionCode: string
  provider: string | null
  authority: { name: string; nameEn: string | null } | null
  /** What is in force. Who teaches is left out: nothing personal stands in the register. */
  content: FilingContent
  approvals: { bureau: PlainDate | null; authority: PlainDate | null }
  approvedOn: PlainDate | null
  recognition: Recognition | null
  /** A change waits to be agreed to; what it asks for is not public before. */
  changing: boolean
  changedOn: PlainDate | null
  cancelled: boolean
  held: boolean
}

/** One training of the public register, open to everyone. What was never on file is not there. */
export async function readRegisterEntry(id: string): Promise<RegisterEntry> {
  const row = await db.filing.findFirst({
    where: { id, number: { not: null }, state: { in: statesIn('filing', 'listed') } },
    select: {
      ...contentSelect,
      ...{ id: true, number: true, state: true, outside: true, regionCode: true, changeApprovedOn: true },
      ...{ bureauApprovedOn: true, authorityApprovedOn: true, approvedOn: true },
      provider: { select: { name: true } },
      authority: { select: { name: true, nameEn: true } },
    },
  })
  if (!row?.number) throw notFound()
  const { state, outside, regionCode, number, authority } = row
  const content = { ...contentOf(row), teachers: '', fileIds: [] }
  const approvedOn = day(row.approvedOn)
  return {
    ...{ id: row.id, number, outside, regionCode, authority, content, approvedOn },
    provider: row.provider?.name ?? null,
    approvals: {
      bureau: day(row.bureauApprovedOn),
      authority: day(row.authorityApprovedOn),
    },
    recognition: recognitionOf({ state, startsOn: content.startsOn, endsOn: content.endsOn, approvedOn }),
    changing: isInGroup('filing', state, 'changing'),
    changedOn: day(row.changeApprovedOn),
    cancelled: isInGroup('filing', state, 'cancelled'),
    held: isInGroup('filing', state, 'held'),
  }
}
