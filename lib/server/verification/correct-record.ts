import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { spanDays } from '@/lib/rules/span'
import { OPTIONS, SUBJECTS } from '@/lib/rules/types'
import { commitTransitions } from '../commit'
import { invalid, notFound } from '../errors'
import { date, id, optionalChoice, optionalDate, optionalNumber, optionalText, text, version } from '../fields'
import { identifiersOfContent } from '../record/content'
import type { RecordDetails } from '../record/details'
import { loadForDecision, type RecordForDecision } from '../record/load-for-decision'
import { planRecordMove } from '../record/move-records'
import { isAchievement, toRulesInput } from '../record/rules-input'
import { recordScope } from '../record/scope'
import { evaluatePersonYear, loadLedgers } from '../year/ledgers'

const tenths = { least: 0.1, most: 9_999.9, step: 0.1 }

export const correctRecordInput = z.strictObject({
  record: id(),
  version: version(),
  title: text(200),
  organizer: optionalText(200),
  assessment: text(200),
  option: optionalText(40),
  subject: optionalChoice(SUBJECTS),
  startedOn: optionalDate(),
  completedOn: date(),
  days: optionalNumber({ least: 0.5, most: 400, step: 0.5 }),
  times: optionalNumber({ least: 1, most: 400, step: 1 }),
  labelledHours: optionalNumber(tenths),
  hours: optionalNumber(tenths),
  reason: text(500, { lines: true }),
})
type Input = z.infer<typeof correctRecordInput>

/** A registered record put right, without fault: its next version counts from now, and the certificate of a certified year follows. */
export async function correctRecord(actor: Actor, input: Input, { now }: { now: Date }): Promise<{ record: string }> {
  const [record] = await loadForDecision([input.record], recordScope(actor, 'record_correct'))
  if (!record) throw notFound()
  const set = await correctedColumns(record, input)
  const old = before(record)
  const changed = Object.keys(old).filter((column) => JSON.stringify(set[column]) !== JSON.stringify(old[column]))
  const move = { event: 'correct', reason: input.reason, version: input.version, set: () => set, data: () => ({ changed }) } as const
  await commitTransitions(actor, await planRecordMove(actor, [record], move, now), now)
  return { record: input.record }
}

/** The columns as they will be, with the hours the rate gives for them. Throws `invalid` where the category lacks something. */
async function correctedColumns(record: RecordForDecision, input: Input): Promise<Record<string, unknown>> {
  const options: readonly string[] = OPTIONS[record.category]
  if (options.length > 0 && !options.includes(input.option)) throw invalid({ option: { key: 'choose' } })
  const details: RecordDetails = {
    ...record.details,
    ...(input.days === null ? {} : { days: input.days }),
    ...(input.times === null ? {} : { times: input.times }),
    ...(input.labelledHours === null ? {} : { labelledHours: input.labelledHours }),
    ...(input.hours === null ? {} : { hours: input.hours }),
  }
  const corrected = {
    option: options.length > 0 ? input.option : null,
    subject: isAchievement(record.category) ? null : input.subject,
    startedOn: input.startedOn,
    completedOn: input.completedOn,
    details,
  }
  if (input.startedOn && input.startedOn > input.completedOn)
    throw invalid({ startedOn: { key: 'order', values: { end: input.completedOn } } })
  requireDaysInSpan(record, corrected)
  const rules = toRulesInput({ ...record, ...corrected, filingApprovedOn: record.filing?.approvedOn?.toISOString().slice(0, 10) ?? null })
  const person = (await loadLedgers([record.personId])).get(record.personId)
  if (!rules || !person) throw invalid({ completedOn: { key: 'required' } })
  const result = evaluatePersonYear(person, record.year, [rules], null)
  const [line] = result.lines
  return {
    title: input.title,
    assessment: input.assessment,
    option: corrected.option,
    subject: corrected.subject,
    started_on: corrected.startedOn,
    completed_on: corrected.completedOn,
    details,
    identifiers: identifiersOfContent({ category: record.category, ...corrected }),
    organizer: input.organizer,
    hours: line?.hours ?? 0,
    line: line ?? null,
    rule_set: result.ruleSet,
  }
}

function before(record: RecordForDecision): Record<string, unknown> {
  return {
    title: record.title,
    assessment: record.assessment,
    option: record.option,
    subject: record.subject,
    started_on: record.startedOn,
    completed_on: record.completedOn,
    details: record.details,
    hours: Number(record.hours),
  }
}

/** More days than there are from the first to the last would take every hour away: refused where it was typed. */
function requireDaysInSpan({ category }: RecordForDecision, { startedOn, completedOn, details }: Corrected): void {
  if (category !== 'training' || !startedOn || details.days === undefined) return
  const most = spanDays(startedOn, completedOn)
  if (details.days > most) throw invalid({ days: { key: 'days_exceed', values: { from: startedOn, to: completedOn, most } } })
}

interface Corrected {
  startedOn: PlainDate | null
  completedOn: PlainDate
  details: RecordDetails
}
