import 'server-only'
import type { Actor, Role } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { statesIn } from '@/lib/workflow/state-groups'
import type { Machine } from '@/lib/workflow/states'
import { pool } from '../database/db'
import { addresseeOf } from './addressee'

/** From here on a number says "99+". */
export const MAX_COUNTED = 99

/**
 * How much waits for the office in use, by the key of its menu entry, and how many notifications are unread (`unread`). One statement of
 * counts that stop at a hundred, each over the partial index that its queue is served by; never stored, so never stale. What a menu entry
 * holds in several queues is counted by each (`bureau.certification/terms`) and together.
 */
export async function readWaitingCounts(actor: Actor, today: PlainDate): Promise<Record<string, number>> {
  const parts = { ...desksOf(actor), ...unreadOf(actor) }
  const names = Object.keys(parts)
  if (names.length === 0) return {}
  const columns = names.map((name) => `(SELECT count(*)::int FROM (SELECT 1 FROM ${parts[name]} LIMIT ${MAX_COUNTED + 1}) c) AS "${name}"`)
  const all = [actor.organizationId, actor.regionCode, today, actor.personId, actor.grantId]
  // PostgreSQL wants a type for a parameter that no part mentions; a region's is the columns' own, or no index is entered by it.
  const types = ['uuid', 'bpchar', 'date', 'uuid', 'uuid'].map((type, index) => `$${index + 1}::${type}`).join(', ')
  const { rows } = await pool.query<Record<string, number>>({
    name: `waiting:${actor.role}:${isCity(actor) ? 'city' : ''}:${actor.grantId === null ? 'self' : 'office'}`,
    text: `SELECT ${columns.join(', ')} FROM (SELECT ${types}) given`,
    values: all,
  })
  return withWhole(rows[0] ?? {})
}

function withWhole(counts: Record<string, number>): Record<string, number> {
  const whole: Record<string, number> = {}
  for (const [name, count] of Object.entries(counts)) {
    const [entry] = name.split('/') as [string]
    if (entry !== name) whole[entry] = (whole[entry] ?? 0) + count
  }
  return { ...counts, ...whole }
}

function isCity({ regionCode }: Actor): boolean {
  return regionCode?.endsWith('00') ?? false
}

function unreadOf(actor: Actor): Record<string, string> {
  const addressee = addresseeOf(actor)
  if (!addressee) return {}
  if (addressee.grantId === null) return { unread: 'notification n WHERE n.person_id = $4 AND n.read_at IS NULL' }
  return {
    unread: `notification n WHERE n.organization_id = $1
      AND n.at > (SELECT coalesce(g.notices_read_at, g.granted_at) FROM role_grant g WHERE g.id = $5)`,
  }
}

/** What the queue of each menu entry holds, as the pages read it: FROM and WHERE. A test holds them against the pages' lists. */
function desksOf(actor: Actor): Record<string, string> {
  const filingsBack = `filing f WHERE f.provider_id = $1 AND ${inStates('f', 'filing', 'came_back')}`
  const desks: Partial<Record<Role, () => Record<string, string>>> = {
    employer_officer: () => ({
      'employer.review': `hour_record r WHERE r.organization_id = $1 AND ${inStates('r', 'record', 'review')} AND r.path = 'employer' AND r.escalated_at IS NULL`,
      'employer.batches': `publicity_batch b WHERE b.organization_id = $1 AND ${inStates('b', 'batch', 'public')} AND b.ends_on < $3`,
      'employer.objections': `objection j JOIN publicity_batch b ON b.id = j.batch_id WHERE b.organization_id = $1 AND ${objectionWaits()}`,
      'employer.trainings': filingsBack,
      'employer.cases': casesToAnswer(),
    }),
    provider_officer: () => ({ 'provider.filings': filingsBack, 'provider.cases': casesToAnswer() }),
    authority_reviewer: () => ({
      'authority.years': `(SELECT 1 FROM year y WHERE y.authority_id = $1 AND ${inStates('y', 'year', 'authority_review')}
        UNION ALL SELECT 1 FROM term t WHERE t.authority_id = $1 AND ${inStates('t', 'term', 'authority_review')}) w`,
      'authority.filings': `filing f WHERE f.authority_id = $1 AND ${inStates('f', 'filing', 'authority_queue')} AND NOT f.outside AND f.due_on IS NOT NULL`,
    }),
    county_reviewer: () => bureauDesks(actor),
    city_reviewer: () => bureauDesks(actor),
  }
  return desks[actor.role]?.() ?? {}
}

function bureauDesks(actor: Actor): Record<string, string> {
  const city = isCity(actor)
  // Municipal units belong to the city's bureau, wherever they lie (N6.1).
  const ofOffice = (table: string) =>
    city
      ? `(${table}.unit_level = 'municipal' OR ${table}.region_code = $2)`
      : `${table}.region_code = $2 AND (${table}.unit_level IS NULL OR ${table}.unit_level = 'county')`
  const escalated = `(${inStates('r', 'record', 'bureau_queue')} AND r.escalated_at IS NOT NULL)`
  const appealed = `${inStates('r', 'record', 'awaiting_appeal_decision')}`
  return {
    'bureau.verification': `hour_record r WHERE ((${inStates('r', 'record', 'verification')} AND r.path = 'bureau') OR ${escalated})
      AND r.due_on IS NOT NULL AND ${ofOffice('r')}`,
    'bureau.certification/years': `year y WHERE y.region_code = $2 AND ${inStates('y', 'year', 'certification')}`,
    'bureau.certification/terms': `term t WHERE t.region_code = $2 AND ${inStates('t', 'term', 'certification')}`,
    'bureau.certification/papers': `historic_year h WHERE h.region_code = $2 AND ${inStates('h', 'historic', 'verification')}`,
    'bureau.filings': `filing f WHERE f.region_code = $2 AND ${inStates('f', 'filing', 'bureau_queue')} AND f.due_on IS NOT NULL`,
    'bureau.objections': `objection j JOIN publicity_batch b ON b.id = j.batch_id JOIN organization o ON o.id = b.organization_id
      WHERE ${inStates('j', 'objection', 'awaiting_finding')} AND j.due_on < $3 AND ${ofOffice('o')}`,
    // what is registered is the bureau's to answer; a roster's once its provider let the day pass
    'bureau.cases': `case_file c WHERE c.region_code = $2 AND ${inStates('c', 'case', 'awaiting_answer')}
      AND (c.record_id IS NOT NULL OR c.organization_id IS NULL OR c.due_on < $3)`,
    'bureau.appeals': `hour_record r WHERE ${appealed} AND (r.decided_by = 'employer' AND ${ofOffice('r')}${city ? " OR r.decided_by = 'county'" : ''})`,
  }
}

/** What the unit itself has to answer: not what it only reads along. */
function casesToAnswer(): string {
  return `case_file c WHERE c.organization_id = $1 AND c.record_id IS NULL AND ${inStates('c', 'case', 'awaiting_answer')}`
}

/** Somebody has to act on it: a finding is due, or whoever raised it is still to be called. */
function objectionWaits(): string {
  return `(${inStates('j', 'objection', 'blocking')} OR (${inStates('j', 'objection', 'awaiting_contact')} AND j.contact_kind = 'phone'))`
}

/** The states as constants: only so does a partial index serve. */
function inStates<M extends Machine>(table: string, machine: M, question: Parameters<typeof statesIn<M>>[1]): string {
  return `${table}.state IN (${statesIn(machine, question)
    .map((state) => `'${state}'`)
    .join(', ')})`
}
