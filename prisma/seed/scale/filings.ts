import { addDays, plainDate } from '@/lib/calendar/plain-date'
import type { FilingState } from '@/lib/workflow/states'
import type { Places } from './places'
import type { ScaleTables } from './tables'

export interface ScaleFiling {
  id: string
  number: string
  title: string
  startsOn: string
  endsOn: string
  days: number
  approvedOn: string
}

export interface Filings {
  all: readonly ScaleFiling[]
  byId: ReadonlyMap<string, ScaleFiling>
}

const COUNT = 120
const FIRST = plainDate('2025-03-03')

/** Creates filed trainings of two to six days, which begin two weeks after their second approval. */
export function filingsFor(places: Places, tables: ScaleTables, key: () => string, now: Date): Filings {
  const all = Array.from({ length: COUNT }, (_, index): ScaleFiling => {
    const startsOn = addDays(FIRST, (index * 7) % 200)
    const days = 2 + (index % 5)
    return {
      id: key(),
      number: `阜继教备〔2025〕${index + 1}号`,
      title: `专业技术人员知识更新研修班第 ${index + 1} 期`,
      startsOn,
      endsOn: addDays(startsOn, days - 1),
      days,
      approvedOn: addDays(startsOn, -14),
    }
  })
  const [bureau, authority] = [places.reviewers.get('341200'), places.authorities[0]]
  if (!bureau || !authority) throw new RangeError('no bureau of the city')
  for (const filing of all) {
    tables.filing.add({
      ...{ id: filing.id, state: 'filed', version: 4, number: filing.number, authority_id: authority.id, region_code: '341200' },
      ...{ title: filing.title, content: filing.title, starts_on: filing.startsOn, ends_on: filing.endsOn, days: filing.days },
      ...{
        outside: false,
        approved_on: filing.approvedOn,
        submitted_at: now,
        created_by: bureau.actor.accountId,
        created_at: now,
        changed_at: now,
      },
      ...{ target_group: '', teachers: '', place: '' },
    })
    const history: [string, FilingState | null, FilingState, typeof bureau.actor][] = [
      ['create', null, 'draft', bureau.actor],
      ['submit', 'draft', 'submitted', bureau.actor],
      ['approve', 'submitted', 'approved_by_authority', authority.actor],
      ['approve', 'approved_by_authority', 'filed', bureau.actor],
    ]
    for (const [event, from, to, by] of history) {
      tables.event.add({
        ...{ id: key(), stream: 'filing', stream_id: filing.id, event, from_state: from, to_state: to, at: now, data: {} },
        ...{ actor_id: by.accountId, actor_role: by.role, office_id: by.organizationId },
      })
    }
  }
  return { all, byId: new Map(all.map((filing) => [filing.id, filing])) }
}
