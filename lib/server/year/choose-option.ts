import 'server-only'
import type { Actor } from '@/lib/access/types'
import { isInGroup } from '@/lib/workflow/state-groups'
import { act } from '../consequence/act'
import { guardOf } from '../consequence/ledger-consequences'
import { writeAudit } from '../database/audit'
import { forbidden, invalid, notFound, refused } from '../input/errors'
import { evaluatePersonYear, loadLedgers, rewriteLedgers, yearInputs } from '../ledger/ledgers'

/** The form's value for "always the highest". */
export const AUTOMATIC = 'automatic'

export interface OptionChoice {
  year: number
  /** null: the highest, whichever that is. */
  recordId: string | null
}

/** The one achievement that counts this year (M21.4), changeable until the year is requested. The ledger is rewritten with it. */
export async function chooseOption(actor: Actor, { year, recordId }: OptionChoice, { now }: { now: Date }): Promise<{ year: number }> {
  if (actor.role !== 'practitioner' || actor.personId === null) throw forbidden()
  const person = (await loadLedgers([actor.personId])).get(actor.personId)
  const row = person?.years.find((candidate) => candidate.year === year)
  if (!person || !row) throw notFound()
  if (isInGroup('year', row.state, 'option_locked'))
    throw refused([{ code: 'not_from_here', detail: { state: row.state, event: 'choose' } }])
  const { choice } = evaluatePersonYear(person, year, yearInputs(person.registered, year), null)
  if (recordId !== null && !choice.options.some((option) => option.id === recordId)) throw invalid({ recordId: { key: 'choose' } })
  const { writes } = rewriteLedgers(person, { choice: { year, recordId } })
  await act(actor, { steps: [], ledgers: writes, people: [guardOf(person)] }, now)
  await writeAudit(actor, { act: 'year_choose', subject: 'year', subjectId: row.id, data: { year, recordId } }, now)
  return { year }
}
