import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import { CITY, officeRegion } from '@/lib/access/regions'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { act } from '../consequence/act'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { forbidden, invalid } from '../input/errors'
import { choice, date, number, text } from '../input/fields'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { actorContext } from '../transition/context'
import type { RowOf } from '../transition/tables'
import { columnsOf, type FilingContent, problemsOf } from './content'

export const FILED_WHERE = ['here', 'outside'] as const

/** The first page of the form: what is held, and when. */
export const whatFields = {
  title: text(120, { least: 2 }),
  startsOn: date(),
  endsOn: date(),
  days: number({ least: 0.5, most: 366, step: 0.5 }),
  hours: number({ least: 0.5, most: 2000, step: 0.5 }),
}
export const draftFilingInput = z.strictObject({ where: choice(FILED_WHERE), ...whatFields })

export interface NewFiling {
  where?: (typeof FILED_WHERE)[number]
  title: string
  startsOn: PlainDate
  endsOn: PlainDate
  days: number
  hours: number
}

/** A draft for the actor's own provider or employer, or of a filing from outside the city (N3.2); a bureau enters the latter alone. */
export async function draftFiling(actor: Actor, input: NewFiling, { now }: { now: Date }): Promise<{ id: string }> {
  const outside = input.where === 'outside'
  const { organizationId, regionCode } = await officeOf(actor)
  const target = { organizationId, regionCode: regionCode ?? actor.regionCode }
  if (actor.accountId === null || !can(actor, outside ? 'filing_enter' : 'filing_submit', target)) throw forbidden()
  if (!outside && organizationId === null) throw forbidden()
  const today = dateInShanghai(now)
  const content: FilingContent = { ...input, ...NOTHING_YET }
  const problems = problemsOf(content, { outside, changing: false, today })
  if (Object.keys(problems).length > 0) throw invalid(problems)
  const id = newId()
  const row: RowOf<'filing'> = {
    ...columnsOf(content),
    provider_id: organizationId,
    region_code: target.regionCode ?? CITY,
    organizer: '',
    outside_body: '',
    outside,
    created_by: actor.accountId,
  }
  const context = actorContext(actor, now, await readWorkCalendar(), { isSelf: true, enteredByActor: true })
  await act(actor, { steps: [{ machine: 'filing', id, from: null, event: 'create', context, row }] }, now)
  return { id }
}

const NOTHING_YET = {
  ...{ content: '', targetGroup: '', teachers: '', place: '', authorityId: null, fileIds: [] },
  ...{ organizer: '', outsideNumber: null, outsideBody: '', outsideFiledOn: null },
}

/** Whose training it is and which bureau it goes to; a bureau's own entry belongs to no organisation. */
async function officeOf(actor: Actor): Promise<{ organizationId: string | null; regionCode: string | null }> {
  if (actor.organizationId === null) return { organizationId: null, regionCode: null }
  const organization = await db.organization.findFirst({
    where: { id: actor.organizationId, kind: { in: ['employer', 'provider'] } },
    select: { id: true, regionCode: true, unitLevel: true },
  })
  return organization
    ? { organizationId: organization.id, regionCode: officeRegion(organization) }
    : { organizationId: null, regionCode: null }
}
