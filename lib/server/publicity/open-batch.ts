import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, yearOf } from '@/lib/calendar/plain-date'
import { maskName } from '@/lib/i18n/mask-name'
import { isBureau } from '@/lib/workflow/actor-rules'
import type { TransitionContext } from '@/lib/workflow/types'
import { act } from '../consequence/act'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { ExpectedError, forbidden, invalid, notFound } from '../input/errors'
import { ids, text } from '../input/fields'
import { loadForDecision, type RecordForDecision } from '../record/load-for-decision'
import { recordSteps } from '../record/move-records'
import { recordScope } from '../record/scope'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import type { Step } from '../transition/step'
import type { RowOf } from '../transition/tables'
import { type Period, periodIfOpenedNow } from './period'

export const MAX_IN_BATCH = 500

export const openBatchInput = z.strictObject({ record: ids(MAX_IN_BATCH), contact: text(200) })
type Input = z.infer<typeof openBatchInput>

const TRIES = 5

/**
 * Opens a publicity batch of accepted records (M14.1): the batch, what is shown of each record and the records' own move in one statement.
 * The bureau does so in the employer's place for what is in its hands. Two batches opened at once take the next number each.
 */
export async function openBatch(actor: Actor, input: Input, { now }: { now: Date }): Promise<{ id: string }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openOnce(actor, input, now)
    } catch (error) {
      if (!isNumberTaken(error) || attempt === TRIES) throw error
    }
  }
}

/** Nobody moved what was read, and still a row was missing: another batch of the unit took the number. */
function isNumberTaken(error: unknown): boolean {
  return error instanceof ExpectedError && error.expected.code === 'conflict' && error.expected.machine === null
}

async function openOnce(actor: Actor, input: Input, now: Date): Promise<{ id: string }> {
  const { accountId } = actor
  if (accountId === null) throw forbidden()
  const records = await loadForDecision(input.record, recordScope(actor, 'record_publicize'))
  if (records.length !== input.record.length) throw notFound()
  const units = new Set(records.map((record) => record.organizationId))
  const [unitId] = units
  if (units.size !== 1 || !unitId) throw invalid({ record: { key: 'one_unit' } })
  const unit = await readUnit(unitId, yearOf(dateInShanghai(now)))
  const period = await periodIfOpenedNow(unit, now)
  const context = await newBatchContext(actor, records.length, period)
  const id = newId()
  const published = await recordSteps(
    actor,
    records,
    {
      event: 'publicize',
      context: () => ({ periodEndsOn: period.endsOn, minimumPublicityDays: period.leastDays }),
      set: { batch_id: id },
      data: () => ({ batchId: id }),
    },
    now,
  )
  const row: RowOf<'batch'> = {
    organization_id: unitId,
    year: unit.year,
    number: unit.nextNumber,
    working_days: period.workingDays,
    opened_on: period.openedOn,
    starts_on: period.startsOn,
    ends_on: period.endsOn,
    provisional: period.provisional,
    in_public: unit.publicityInPublic,
    by_bureau: context.inBureauHands ?? false,
    contact: input.contact,
    created_by: accountId,
  }
  const batch: Step<'batch'>[] = [
    { machine: 'batch', id, from: null, event: 'create', context, row },
    {
      machine: 'batch',
      id,
      from: 'draft',
      version: 1,
      event: 'open',
      context,
      data: { records: records.length, endsOn: period.endsOn },
    },
  ]
  const items = await itemsOf(id, unitId, records)
  await act(actor, { steps: [...batch, ...published], inserts: { publicity_item: items } }, now)
  return { id }
}

async function readUnit(id: string, year: number) {
  const select = {
    publicityDays: true,
    publicityInPublic: true,
    batches: { where: { year }, orderBy: { number: 'desc' }, take: 1, select: { number: true } },
  } as const
  const unit = await db.organization.findUniqueOrThrow({ where: { id }, select })
  return { ...unit, year, nextNumber: (unit.batches[0]?.number ?? 0) + 1 }
}

async function newBatchContext(actor: Actor, recordCount: number, period: Period): Promise<TransitionContext> {
  return {
    by: actor.role,
    today: period.openedOn,
    calendar: await readWorkCalendar(),
    isSelf: false,
    enteredByActor: false,
    path: 'employer',
    inBureauHands: isBureau(actor.role),
    recordCount,
    publicityDays: period.workingDays,
    minimumPublicityDays: period.leastDays,
  }
}

/** What is shown of each record: a snapshot by department, the name masked. */
async function itemsOf(batchId: string, unitId: string, records: readonly RecordForDecision[]) {
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(records.map((record) => record.personId))] } },
    select: {
      id: true,
      name: true,
      employments: { where: { organizationId: unitId }, orderBy: { fromOn: 'desc' }, take: 1, select: { department: true } },
    },
  })
  const byId = new Map(people.map((person) => [person.id, person]))
  const shown = records.map((record) => {
    const person = byId.get(record.personId)
    return { record, name: person?.name ?? '', department: person?.employments[0]?.department ?? '' }
  })
  shown.sort(
    (a, b) =>
      a.department.localeCompare(b.department, 'zh-CN') || a.name.localeCompare(b.name, 'zh-CN') || (a.record.id < b.record.id ? -1 : 1),
  )
  return shown.map(({ record, name, department }, place) => ({
    id: newId(),
    batch_id: batchId,
    record_id: record.id,
    position: place + 1,
    masked_name: maskName(name),
    department,
    title: record.title,
    category: record.category,
    subject: record.subject,
    hours: Number(record.hours),
    taken_out_at: null,
  }))
}
