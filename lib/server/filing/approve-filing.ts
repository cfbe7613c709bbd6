import 'server-only'
import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { type PlainDate, yearOf } from '@/lib/calendar/plain-date'
import { filingNumber, filingNumberPrefix } from '@/lib/i18n/numbering'
import { isInGroup } from '@/lib/workflow/state-groups'
import { day } from '../database/plain-dates'
import { statement } from '../database/statement'
import { ExpectedError } from '../input/errors'
import type { ColumnsOf } from '../transition/tables'
import { changeOf, columnsOf } from './content'
import type { FilingForDecision } from './load-filing'
import { type FilingAct, filingActFields, moveFiling, NO_CHANGE } from './move-filing'

export const approveFilingInput = z.strictObject(filingActFields)

const TRIES = 8

/** The agreement of the bureau or of the industry authority, in either order; on file, with its number, when both have (N3.2). */
export async function approveFiling(actor: Actor, input: FilingAct, { now }: { now: Date }): Promise<{ id: string; filed: boolean }> {
  const byAuthority = actor.role === 'authority_reviewer'
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { id, to } = await moveFiling(
        actor,
        input,
        {
          event: 'approve',
          set: (state, filing, { today }): ColumnsOf<'filing'> | Promise<ColumnsOf<'filing'>> =>
            isInGroup('filing', filing.state, 'changing')
              ? changeColumns(filing, byAuthority, isInGroup('filing', state, 'register') && !isInGroup('filing', state, 'changing'), today)
              : filingColumns(filing, byAuthority, isInGroup('filing', state, 'register'), today),
        },
        now,
      )
      return { id, filed: isInGroup('filing', to, 'register') && !isInGroup('filing', to, 'changing') }
    } catch (error) {
      if (!isNumberTaken(error) || attempt === TRIES) throw error
    }
  }
}

async function filingColumns(
  filing: FilingForDecision,
  byAuthority: boolean,
  complete: boolean,
  today: PlainDate,
): Promise<ColumnsOf<'filing'>> {
  const mine = byAuthority ? { authority_approved_on: today } : { bureau_approved_on: today }
  // The agreement that completes it is the later of the two: the rules' approvedOn.
  return complete ? { ...mine, approved_on: today, number: filing.number ?? (await nextNumber(yearOf(today))) } : mine
}

/** What was agreed to comes into force; the version before it stays in the event. */
function changeColumns(filing: FilingForDecision, byAuthority: boolean, complete: boolean, today: PlainDate): ColumnsOf<'filing'> {
  const { changeBureauApprovedOn, changeAuthorityApprovedOn } = filing.approvals
  if (!complete) return byAuthority ? { change_authority_approved_on: today } : { change_bureau_approved_on: today }
  return {
    ...columnsOf(changeOf(filing.changed)),
    ...NO_CHANGE,
    change: null,
    change_approved_on: today,
    bureau_approved_on: byAuthority ? day(changeBureauApprovedOn) : today,
    authority_approved_on: byAuthority ? today : day(changeAuthorityApprovedOn),
    approved_on: today,
  }
}

/** Two were completed at once and reached for the same number: the filing itself has not moved. */
function isNumberTaken(error: unknown): boolean {
  return error instanceof ExpectedError && error.expected.code === 'conflict' && error.expected.at === null
}

const lastSerial = statement('last-filing-number', (db, given: { prefix: string; from: number }) =>
  db
    .selectFrom('filing')
    .select((eb) => sql<number | null>`max(substr(${eb.ref('number')}, ${given.from}::int)::int)`.as('last'))
    .where((eb) => sql<SqlBool>`starts_with(${eb.ref('number')}, ${given.prefix})`)
    .where((eb) => sql<SqlBool>`substr(${eb.ref('number')}, ${given.from}::int) ~ '^[0-9]{1,9}$'`),
)

/** The next of the year. Of two at once the unique number lets one through; the other takes the one after it. */
async function nextNumber(year: number): Promise<string> {
  const prefix = filingNumberPrefix(year)
  const [row] = await lastSerial({ prefix, from: prefix.length + 1 })
  return filingNumber(year, (row?.last ?? 0) + 1)
}
