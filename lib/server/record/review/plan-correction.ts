import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { spanDays } from '@/lib/rules/span'
import { OPTIONS, SUBJECTS } from '@/lib/rules/types'
import { invalid, notFound } from '../../input/errors'
import { date, id, optionalChoice, optionalDate, optionalNumber, optionalText, text, version } from '../../input/fields'
import { evaluatePersonYear, loadLedgers } from '../../ledger/ledgers'
import type { RecordDetails } from '../../ledger/record-details'
import { isAchievement, toRulesInput } from '../../ledger/rules-input'
import type { ActInput } from '../../transition/act'
import type { Changes } from '../../transition/changes'
import type { ColumnsOf } from '../../transition/tables'
import { identifiersOfContent } from '../content'
import { loadForDecision, type RecordForDecision } from '../load-for-decision'
import { recordSteps } from '../move-records'
import { recordScope } from '../scope'
import { changesBetween, snapshotOf } from '../snapshot'

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
export type CorrectRecord = z.infer<typeof correctRecordInput>

export interface PlannedCorrection {
  record: RecordForDecision
  /** The columns as they will be. */
  columns: ColumnsOf<'record'>
  changes: Changes
  act: ActInput
}

/** The correction as an act that is not performed yet: the page before it shows what it would do. */
export async function planCorrection(actor: Actor, input: CorrectRecord, now: Date): Promise<PlannedCorrection> {
  const [record] = await loadForDecision([input.record], recordScope(actor, 'record_correct'))
  if (!record) throw notFound()
  const { columns, corrected } = await correctedColumns(record, input)
  const changes = changesBetween(snapshotOf(record), snapshotOf(corrected))
  const hours = { from: record.hours, to: columns.hours }
  const data = () => ({ changes, hours })
  const move = { event: 'correct', reason: input.reason, version: input.version, set: columns, data } as const
  return { record, columns, changes, act: { steps: await recordSteps(actor, [record], move, now) } }
}

/** The columns as they will be, with the hours the rate gives for them. Throws `invalid` where the category lacks something. */
async function correctedColumns(record: RecordForDecision, input: CorrectRecord): Promise<Corrected> {
  const options: readonly string[] = OPTIONS[record.category]
  if (options.length > 0 && !options.includes(input.option)) throw invalid({ option: { key: 'choose' } })
  const details: RecordDetails = {
    ...record.details,
    ...(input.days === null ? {} : { days: input.days }),
    ...(input.times === null ? {} : { times: input.times }),
    ...(input.labelledHours === null ? {} : { labelledHours: input.labelledHours }),
    ...(input.hours === null ? {} : { hours: input.hours }),
  }
  const content = {
    option: options.length > 0 ? input.option : null,
    subject: isAchievement(record.category) ? null : input.subject,
    startedOn: input.startedOn,
    completedOn: input.completedOn,
    details,
  }
  if (input.startedOn && input.startedOn > input.completedOn)
    throw invalid({ startedOn: { key: 'order', values: { end: input.completedOn } } })
  requireDaysInSpan(record, content)
  const rules = toRulesInput({ ...record, ...content, filingApprovedOn: record.filing?.approvedOn ?? null })
  const person = (await loadLedgers([record.personId])).get(record.personId)
  if (!rules || !person) throw invalid({ completedOn: { key: 'required' } })
  const result = evaluatePersonYear(person, record.year, [rules], null)
  const [line] = result.lines
  const { title, assessment, organizer } = input
  const columns: ColumnsOf<'record'> = {
    title,
    assessment,
    option: content.option,
    subject: content.subject,
    started_on: content.startedOn,
    completed_on: content.completedOn,
    details,
    identifiers: identifiersOfContent({ category: record.category, ...content }),
    organizer,
    hours: line?.hours ?? 0,
    line: line ?? null,
    rule_set: result.ruleSet,
  }
  return { columns, corrected: { ...record, ...content, title, assessment, organizer } }
}

/** More days than there are from the first to the last would take every hour away: refused where it was typed. */
function requireDaysInSpan({ category }: RecordForDecision, { startedOn, completedOn, details }: CorrectedTime): void {
  if (category !== 'training' || !startedOn || details.days === undefined) return
  const most = spanDays(startedOn, completedOn)
  if (details.days > most) throw invalid({ days: { key: 'days_exceed', values: { from: startedOn, to: completedOn, most } } })
}

interface Corrected {
  columns: ColumnsOf<'record'>
  /** The record as it will read. */
  corrected: RecordForDecision
}

interface CorrectedTime {
  startedOn: PlainDate | null
  completedOn: PlainDate
  details: RecordDetails
}
