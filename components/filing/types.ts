import type { FormAction } from '@/components/forms/types'
import type { EventOf } from '@/lib/workflow/events'
import type { FilingState } from '@/lib/workflow/states'

// The data of the shared views of a filing; the reads of lib/server return these shapes.

export interface ContentView {
  title: string
  content: string
  targetGroup: string
  teachers: string
  place: string
  startsOn: string
  endsOn: string
  days: number
  hours: number | null
  authorityId: string | null
  organizer: string
  outsideNumber: string | null
  outsideBody: string
  outsideFiledOn: string | null
}

export interface FileView {
  id: string
  fileName: string
  mediaType: string
  bytes: number
}

export interface ApprovalsView {
  bureau: string | null
  authority: string | null
}

export interface AuthorityView {
  id: string
  name: string
  nameEn: string | null
  field: string | null
}

export interface DueView {
  on: string
  days: number
  provisional: boolean
}

export interface FilingView {
  id: string
  state: FilingState
  version: number
  number: string | null
  outside: boolean
  provider: string | null
  authority: { name: string; nameEn: string | null } | null
  regionCode: string
  content: ContentView
  files: FileView[]
  change: { content: ContentView; files: FileView[]; asked: boolean } | null
  approvals: ApprovalsView
  changeApprovals: ApprovalsView
  approvedOn: string | null
  changeApprovedOn: string | null
  recognition: 'in_time' | 'late' | 'too_late' | 'cancelled' | null
  waiting: { both: boolean; since: string | null; days: number | null; due: DueView | null }
  linkedRecords: number
  ownEntry: boolean
  actions: EventOf<'filing'>[]
  blocked: { event: EventOf<'filing'>; refusals: readonly { code: string; detail: Record<string, string | number> }[] }[]
  events: { id: string; event: string; at: string; actorName: string | null; officeName: string | null; reason: string | null }[]
  today: string
}

export interface DraftView {
  id: string
  version: number
  outside: boolean
  changing: boolean
  content: ContentView
  inForce: ContentView
  files: FileView[]
  steps: readonly string[]
  missing: readonly string[]
  wrong: readonly string[]
  unchanged: boolean
  authorities: readonly AuthorityView[]
  today: string
}

/** The actions that are confirmed on the filing's page (URL parameter `act`). */
export const FILING_ACTS = ['approve', 'verify', 'return', 'refuse', 'withdraw', 'cancel', 'hold'] as const
export type FilingActName = (typeof FILING_ACTS)[number]
export type FilingForms = Record<FilingActName, FormAction>
/** The action that was just completed (URL parameter `done`). */
export const FILING_DONE = [
  'submitted',
  'entered',
  'change_asked',
  'approved',
  'filed',
  'verified',
  'returned',
  'refused',
  'withdrawn',
  'cancelled',
  'held',
] as const
export type FilingDone = (typeof FILING_DONE)[number]
