import type { EventOf } from '@/lib/workflow/events'
import type { CaseState, RecordState } from '@/lib/workflow/states'

export type CaseKind = 'missing' | 'not_mine' | 'arrival'

interface DueView {
  on: string
  days: number
  provisional: boolean
}

export interface CaseRowView {
  id: string
  kind: CaseKind
  state: CaseState
  title: string
  personName: string
  raisedOn: string
  outcome: string | null
  askedOf: string | null
  due: DueView | null
}

export interface CaseView {
  id: string
  kind: CaseKind
  state: CaseState
  version: number
  reason: string
  answer: string | null
  outcome: string | null
  days: number | null
  raisedOn: string
  due: DueView | null
  isOwn: boolean
  person: { name: string; numberMask: string }
  filing: {
    id: string
    title: string
    number: string | null
    startsOn: string
    endsOn: string
    days: number
    provider: string | null
  } | null
  record: { id: string; title: string; state: RecordState; hours: number } | null
  made: { id: string; state: RecordState } | null
  evidence: readonly { id: string; fileName: string; mediaType: string; bytes: number }[]
  events: readonly {
    id: string
    event: string
    at: string
    actorName: string | null
    officeName: string | null
    reason: string | null
  }[]
  actions: readonly EventOf<'case'>[]
}
