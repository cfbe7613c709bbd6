import type { Actor } from '@/lib/access/types'
import { newId } from '@/lib/server/database/ids'
import type { RowOf } from '@/lib/server/transition/tables'
import { type MadePerson, noon } from './city'
import { commitDirectly, type DirectWrite } from './commit'

export interface HandedIn {
  id: string
  person: MadePerson
}

interface Unit {
  id: string
  regionCode: string
  unitLevel: 'municipal' | 'county'
}

/** What each of many records says; a conference of 10 hours unless told otherwise. Columns by name. */
export type ManyContent = (index: number) => Partial<RowOf<'record'>>

/** An exam passed: a whole year's hours. */
export const EXAMS: ManyContent = (index) => ({
  category: 'exam',
  option: null,
  subject: null,
  title: '注册会计师全国统一考试',
  started_on: null,
  completed_on: '2025-09-01',
  details: { number: `CPA-${index}` },
  hours: 90,
})

/** For each person in turn 60 professional hours from elsewhere, and where the people are gone through once, 30 public ones. */
export function elsewheres(people: number): ManyContent {
  return (index) => {
    const [subject, hours] = index < people ? (['professional', 60] as const) : (['public', 30] as const)
    const details = { hours, certificate: '苏继教 2025-17' }
    return {
      category: 'elsewhere',
      option: null,
      subject,
      title: '外省继续教育学时',
      started_on: null,
      completed_on: '2025-05-01',
      details,
      hours,
    }
  }
}

/** As many records, with a proof, dealt out among the people: handed in to the unit, or to the bureau without one. */
export async function makeManySubmitted(
  count: number,
  people: readonly MadePerson[],
  unit: Unit | null,
  {
    on = '2025-11-05',
    by = null as Actor | null,
    state = 'submitted' as 'draft' | 'submitted',
    content = (() => ({})) as ManyContent,
    regionCode = '341202',
  } = {},
): Promise<HandedIn[]> {
  const now = noon(on)
  const made = Array.from({ length: count }, (_, index) => {
    const person = people[index % people.length]
    if (!person) throw new RangeError('nobody to hand in')
    return { id: newId(), person }
  })
  const placed = {
    path: unit ? ('employer' as const) : ('bureau' as const),
    organization_id: unit?.id ?? null,
    region_code: unit?.regionCode ?? regionCode,
    unit_level: unit?.unitLevel ?? null,
  }
  const transitions = made.flatMap(({ id, person }, index): DirectWrite<'record'>[] => {
    const creator = by ?? person.actor
    const row = {
      ...contentOf(index),
      ...content(index),
      person_id: person.personId,
      created_by: creator.accountId ?? person.accountId,
      created_role: creator.role,
    }
    const set = { ...placed, waiting_since: now, first_submitted_at: now }
    const created: DirectWrite<'record'> = { machine: 'record', id, from: null, event: 'create', to: 'draft', row }
    if (state === 'draft') return [created]
    return [created, { machine: 'record', id, from: 'draft', version: 1, event: 'submit', to: 'submitted', set }]
  })
  const [first] = people
  if (!first) throw new RangeError('nobody to hand in')
  const evidence = made.map(({ id, person }) => ({
    id: newId(),
    person_id: person.personId,
    record_id: id,
    storage_key: newId(),
    file_name: '证明.pdf',
    media_type: 'application/pdf',
    bytes: 1000,
    sha256: Buffer.alloc(32),
    uploaded_by: person.accountId,
    uploaded_at: now,
  }))
  await commitDirectly(by ?? first.actor, transitions, now, { inserts: { evidence } })
  return made
}

function contentOf(index: number): Omit<RowOf<'record'>, 'person_id' | 'created_by' | 'created_role'> {
  return {
    year: 2025,
    category: 'conference',
    option: 'national',
    subject: 'professional',
    title: `学术会议第 ${index + 1} 次`,
    assessment: '合格',
    organizer: '省医学会',
    place: '合肥',
    started_on: '2025-10-11',
    completed_on: '2025-10-12',
    details: { presented: false },
    identifiers: [],
    appeals_used: 0,
    hours: 10,
  }
}
