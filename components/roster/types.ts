import type { FormAction, FormGiven } from '@/components/forms/types'
import type { Locale } from '@/lib/i18n/locales'
import type { RosterState } from '@/lib/workflow/states'
import type { Refusal } from '@/lib/workflow/types'

export interface RosterProblem {
  code: string
  column: string
  values?: Record<string, string | number>
}

export interface RosterLineView {
  id: string
  line: number
  byHand: boolean
  name: string
  numberMask: string
  days: string
  result: string
  completedOn: string | null
  problems: readonly RosterProblem[]
  answer: 'waiting' | 'accepted' | 'disowned' | 'withdrawn' | 'taken_back' | 'none' | null
}

export interface RosterDraftView {
  id: string
  version: number
  source: 'file' | 'hand' | 'case'
  fileName: string | null
  rows: number
  wrong: number
  noted: number
}

export interface PastRosterView {
  id: string
  version: number
  state: RosterState
  source: 'file' | 'hand' | 'case'
  fileName: string | null
  confirmedOn: string
  rows: number
  answers: Record<'waiting' | 'accepted' | 'disowned', number>
}

export interface RosterTraining {
  id: string
  number: string | null
  title: string
  startsOn: string
  endsOn: string
  days: number
  approvedOn: string | null
}

/** The data and actions of a training's rosters, passed from the page to its view. */
export interface RosterViewProps {
  training: RosterTraining
  notNow: readonly Refusal[]
  draft: RosterDraftView | null
  past: readonly PastRosterView[]
  lines: readonly RosterLineView[]
  shown: 'wrong' | 'all'
  next: string | null
  /** From the URL: the past roster that is opened, and whether the shown rows begin after the first (`further`). */
  open: string | null
  further: boolean
  /** The problem of the last upload, and its place in the file. */
  problem: { code: string; at: string | null } | null
  done: string | null
  form: FormGiven
  newKey: () => string
  actions: Record<'add' | 'remove' | 'confirm' | 'discard' | 'takeBack', FormAction>
  locale: Locale
}
