import { plainDate } from '@/lib/calendar/plain-date'
import { stateCouncilCalendar } from '@/lib/calendar/state-council'
import { publicityPeriod } from '@/lib/calendar/working-days'
import { maskName } from '@/lib/i18n/mask-name'
import type { BatchState } from '@/lib/workflow/states'
import type { ScalePerson } from './people'
import type { Employer } from './places'
import type { Columns } from './records'
import type { ScaleTables } from './tables'

type Shown = Pick<Columns, 'id' | 'batch_id' | 'title' | 'category' | 'subject' | 'hours'>

export interface Batches {
  /** Adds a record of the person to a batch of the employer, a confirmed or an open one; returns the batch's id. */
  of(person: ScalePerson, confirmed: boolean): string
  /** Writes the item that shows the record in its batch. */
  show(person: ScalePerson, record: Shown): void
}

interface Batch {
  id: string
  size: number
}

/** The largest batch that the product allows. */
const MAX_RECORDS = 500
const WORKING_DAYS = 5

/** Creates batches for each employer as records are added: confirmed ones opened in October, and open ones of the middle of November. */
export function batchesFor(tables: ScaleTables, key: () => string): Batches {
  const current = new Map<string, Batch>()
  const byId = new Map<string, Batch>()
  const numbers = new Map<string, number>()

  function open(employer: Employer, confirmed: boolean): Batch {
    const number = (numbers.get(employer.id) ?? 0) + 1
    numbers.set(employer.id, number)
    const openedOn = confirmed ? '2025-10-23' : '2025-11-13'
    const { startsOn, endsOn, provisional } = publicityPeriod(stateCouncilCalendar, plainDate(openedOn), WORKING_DAYS)
    const [opened, ended] = [new Date(`${openedOn}T01:00:00Z`), new Date('2025-11-04T01:00:00Z')]
    const batch = { id: key(), size: 0 }
    const by = employer.officer.actor
    tables.batch.add({
      ...{
        id: batch.id,
        state: confirmed ? 'confirmed' : 'open',
        version: confirmed ? 3 : 2,
        organization_id: employer.id,
        year: 2025,
        number,
      },
      ...{
        working_days: WORKING_DAYS,
        opened_on: openedOn,
        starts_on: startsOn,
        ends_on: endsOn,
        provisional,
        in_public: true,
        by_bureau: false,
      },
      ...{ contact: '人事科 0558-0000000', created_by: by.accountId, created_at: opened, changed_at: confirmed ? ended : opened },
    })
    const history: [string, BatchState | null, BatchState, Date][] = [
      ['create', null, 'draft', opened],
      ['open', 'draft', 'open', opened],
      ...(confirmed ? [['confirm', 'open', 'confirmed', ended] as [string, BatchState, BatchState, Date]] : []),
    ]
    for (const [event, from, to, at] of history) {
      tables.event.add({
        ...{ id: key(), stream: 'batch', stream_id: batch.id, event, from_state: from, to_state: to, at, data: {} },
        ...{ actor_id: by.accountId, actor_role: by.role, office_id: by.organizationId },
      })
    }
    byId.set(batch.id, batch)
    return batch
  }

  return {
    of({ employer }, confirmed) {
      if (!employer) throw new RangeError('a batch belongs to an employer')
      const name = `${employer.id} ${confirmed}`
      let batch = current.get(name)
      if (!batch || batch.size >= MAX_RECORDS) {
        batch = open(employer, confirmed)
        current.set(name, batch)
      }
      batch.size += 1
      return batch.id
    },
    show(person, { id, batch_id, title, category, subject, hours }) {
      const batch = byId.get(batch_id ?? '')
      if (!batch) throw new RangeError('no such batch')
      tables.item.add({
        ...{ id: key(), batch_id, record_id: id, position: batch.size, masked_name: maskName(person.name), department: person.department },
        ...{ title, category, subject, hours },
      })
    },
  }
}
