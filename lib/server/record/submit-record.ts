import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import type { ResultLine } from '@/lib/rules/types'
import { act } from '../consequence/act'
import { invalid, notFound } from '../input/errors'
import { creditableOf, evaluateRecords, type PersonRecords } from '../ledger/load-person-records'
import { standaloneHours } from '../ledger/standalone-hours'
import { problemsOf } from './content-problems'
import { loadOwnForDecision, type RecordForDecision } from './load-for-decision'
import { loadSubmission } from './load-submission'
import { recordSteps } from './move-records'
import { changesBetween, snapshotOf } from './snapshot'

/**
 * Hands the record in: the path and the bureau are fixed from the employment on this day (M14), the hours as they stand now are stored
 * beside it, and the event keeps what was handed in, after a return with what was changed. Refused without evidence, without what M15 asks for, or in a year that is not open.
 */
export async function submitRecord(
  actor: Actor,
  { id, version }: { id: string; version?: number },
  { now }: { now: Date },
): Promise<{ id: string; path: 'employer' | 'bureau' }> {
  const record = await loadOwnForDecision(actor, id, 'record_submit')
  if (!record) throw notFound()
  const today = dateInShanghai(now)
  const { openYears, placement, person, returned } = await loadSubmission(record, today)
  const problems = problemsOf(record, today, openYears)
  if (Object.keys(problems).length > 0) throw invalid(problems)
  const credited = creditOf(record, person)
  const snapshot = snapshotOf(record)
  const steps = await recordSteps(
    actor,
    [record],
    {
      event: 'submit',
      version,
      context: () => ({ path: placement.path }),
      set: {
        organization_id: placement.organizationId,
        region_code: placement.regionCode,
        unit_level: placement.unitLevel,
        first_submitted_at: record.firstSubmittedAt ?? now,
        batch_id: null,
        line: credited?.line ?? null,
        hours: credited ? standaloneHours(credited.line) : 0,
        rule_set: credited?.ruleSet ?? null,
      },
      data: () => ({ ...snapshot, line: credited?.line ?? null, ...(returned ? { changes: changesBetween(returned, snapshot) } : {}) }),
    },
    now,
  )
  await act(actor, { steps }, now)
  return { id, path: placement.path }
}

/** Its line among everything of the year that counts or waits. */
function creditOf(record: RecordForDecision, person: PersonRecords): { line: ResultLine; ruleSet: string } | null {
  const others = person.records.filter((other) => other.id !== record.id)
  const result = evaluateRecords(person, record.year, [...others, creditableOf(record)])
  const line = result.lines.find((candidate) => candidate.id === record.id)
  return line ? { line, ruleSet: result.ruleSet } : null
}
