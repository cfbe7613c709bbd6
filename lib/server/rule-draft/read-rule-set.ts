import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import type { EventOf } from '@/lib/workflow/events'
import { isInGroup } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import { type JobView, readJobsOf } from '../impact/read-jobs'
import { forbidden, notFound } from '../input/errors'
import { namesOf } from '../rule-set/read-rule-sets'
import { findRuleSetRow, type RuleSetRow } from '../rule-set/rule-set-row'
import { type DraftStanding, draftStanding } from './draft-problems'
import { workedOn } from './load-draft'

export interface RuleSetEvent {
  id: string
  event: EventOf<'rule_set'>
  at: string
  by: string | null
  /** Where a change was made, and the document it rests on. */
  place: string | null
  document: string | null
}

export interface RuleSetPage extends DraftStanding {
  row: RuleSetRow
  editable: boolean
  inForce: boolean
  /** This administrator worked on it and leaves the publishing to another. */
  own: boolean
  editors: string[]
  publisher: string | null
  events: RuleSetEvent[]
  jobs: JobView[]
}

/** A version's page for an administrator. */
export async function readRuleSet(actor: Actor, id: string): Promise<RuleSetPage> {
  if (!can(actor, 'rules_edit', {})) throw forbidden()
  const row = await findRuleSetRow(id)
  if (!row) throw notFound()
  const [standing, events, jobs] = await Promise.all([
    draftStanding(row),
    db.event.findMany({
      where: { stream: 'rule_set', streamId: id },
      orderBy: { seq: 'desc' },
      take: 100,
      select: { id: true, event: true, at: true, actorId: true, data: true },
    }),
    readJobsOf(actor, id),
  ])
  const names = await namesOf([...row.editors, row.publishedBy, ...events.map(({ actorId }) => actorId)])
  return {
    ...standing,
    row,
    jobs,
    editable: isInGroup('rule_set', row.state, 'editable'),
    inForce: isInGroup('rule_set', row.state, 'in_force'),
    own: workedOn(actor, row),
    editors: row.editors.flatMap((editor) => names.get(editor) ?? []),
    publisher: row.publishedBy ? (names.get(row.publishedBy) ?? null) : null,
    events: events.map(({ id: eventId, event, at, actorId, data }) => ({
      id: eventId,
      event: event as EventOf<'rule_set'>,
      at: at.toISOString(),
      by: actorId ? (names.get(actorId) ?? null) : null,
      place: textIn(data, 'at'),
      document: textIn(data, 'document'),
    })),
  }
}

function textIn(data: unknown, name: string): string | null {
  const value = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[name] : null
  return typeof value === 'string' ? value : null
}
