import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, yearOf } from '@/lib/calendar/plain-date'
import type { Category } from '@/lib/rules/types'
import { act } from '../../consequence/act'
import { db } from '../../database/db'
import { newId } from '../../database/ids'
import { forbidden, invalid, notFound } from '../../input/errors'
import { personScope } from '../../person/scope'
import { readWorkCalendar } from '../../runtime/read-work-calendar'
import { readSettings } from '../../runtime/settings'
import { actorContext } from '../../transition/context'
import type { Step } from '../../transition/step'
import type { RowOf } from '../../transition/tables'
import { type ContentChange, columnsOfContent, emptyContent, mergeContent } from '../content'
import { problemsOf } from '../content-problems'
import { reviewRouteOf } from '../review-route'

export interface NewDraft {
  category: Category
  /** Whose it is, where someone else enters it: at the bureau's counter, by the employer, by a provider. */
  personId?: string
  content?: ContentChange
}

/** A draft of one's own, or of another's whom the actor may enter for; the person is told of the latter. */
export async function createDraft(
  actor: Actor,
  { category, personId, content }: NewDraft,
  { now }: { now: Date },
): Promise<{ id: string }> {
  const owner = personId ?? actor.personId
  if (actor.accountId === null || owner === null) throw forbidden()
  const isSelf = actor.personId === owner
  if (!isSelf && !(await db.person.findFirst({ where: { AND: [{ id: owner }, personScope(actor)] }, select: { id: true } })))
    throw notFound()
  const today = dateInShanghai(now)
  const [placement, settings, calendar] = await Promise.all([reviewRouteOf(owner, today), readSettings(), readWorkCalendar()])
  const target = {
    personId: owner,
    organizationId: placement.organizationId,
    regionCode: placement.regionCode,
    unitLevel: placement.unitLevel,
  }
  if (!can(actor, 'record_create', target)) throw forbidden()

  const merged = mergeContent(emptyContent(category, yearOf(today)), content ?? {})
  const problems = problemsOf(merged, today, settings.openYears)
  if (Object.keys(problems).length > 0) throw invalid(problems)
  const id = newId()
  const row: RowOf<'record'> = {
    ...columnsOfContent(merged),
    person_id: owner,
    organization_id: placement.organizationId,
    region_code: placement.regionCode,
    unit_level: placement.unitLevel,
    appeals_used: 0,
    hours: 0,
    created_by: actor.accountId,
    created_role: actor.role,
  }
  const step: Step<'record'> = {
    machine: 'record',
    id,
    from: null,
    event: 'create',
    context: actorContext(actor, now, calendar, { isSelf }),
    row,
    data: { category },
    concern: { recordId: id, title: merged.title, category, personId: owner },
  }
  await act(actor, { steps: [step] }, now)
  return { id }
}
