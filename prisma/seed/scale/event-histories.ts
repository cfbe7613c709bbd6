import type { Actor } from '@/lib/access/types'
import type { RecordEvent } from '@/lib/workflow/events'
import type { RecordState } from '@/lib/workflow/states'

/** The state that a record has reached. A test checks that the events leading to it are transitions of the workflow's table. */
export const TARGET_STATES = [
  'draft',
  'submitted',
  'returned',
  'accepted',
  'publicized',
  'registered',
  'rejected',
  'appealed',
  'withdrawn',
  'revoked',
] as const
export type TargetState = (typeof TARGET_STATES)[number]

export type ActorKind = 'person' | 'officer' | 'reviewer'

export interface HistoryEvent {
  event: RecordEvent
  from: RecordState | null
  to: RecordState
  by: ActorKind
  /** The day on which it happens. */
  on: 'submitted' | 'reviewed' | 'opened' | 'confirmed' | 'afterwards'
  reason?: string
}

const step = (
  event: RecordEvent,
  from: RecordState | null,
  to: RecordState,
  by: ActorKind,
  on: HistoryEvent['on'],
  reason?: string,
): HistoryEvent => ({
  event,
  from,
  to,
  by,
  on,
  ...(reason ? { reason } : {}),
})

const DRAFT = [step('create', null, 'draft', 'person', 'submitted')]
const SUBMITTED = [...DRAFT, step('submit', 'draft', 'submitted', 'person', 'submitted')]
const ACCEPTED = [...SUBMITTED, step('accept', 'submitted', 'accepted', 'officer', 'reviewed')]
const PUBLICIZED = [...ACCEPTED, step('publicize', 'accepted', 'publicized', 'officer', 'opened')]
const CONFIRMED = [...PUBLICIZED, step('confirm', 'publicized', 'registered', 'officer', 'confirmed')]
const VERIFIED = [...SUBMITTED, step('verify', 'submitted', 'registered', 'reviewer', 'reviewed')]
const WITHDRAWN = [...SUBMITTED, step('withdraw', 'submitted', 'withdrawn', 'person', 'reviewed')]

const returned = (by: ActorKind) => [...SUBMITTED, step('return', 'submitted', 'returned', by, 'reviewed', '请补充考核结果的证明材料。')]
const rejected = (by: ActorKind) => [...SUBMITTED, step('reject', 'submitted', 'rejected', by, 'reviewed', '证明材料与所填内容不一致。')]
const appealed = (by: ActorKind) => [...rejected(by), step('appeal', 'rejected', 'appealed', 'person', 'opened', '已附证明，请复核。')]
const revoked = (history: readonly HistoryEvent[]) => [
  ...history,
  step('revoke', 'registered', 'revoked', 'reviewer', 'afterwards', '抽查发现签到不实。'),
]

/** The events that lead to each target state, on the employer path and on the bureau path. */
export const EVENT_HISTORIES: Readonly<Record<'employer' | 'bureau', Readonly<Record<TargetState, readonly HistoryEvent[]>>>> = {
  employer: {
    draft: DRAFT,
    submitted: SUBMITTED,
    returned: returned('officer'),
    accepted: ACCEPTED,
    publicized: PUBLICIZED,
    registered: CONFIRMED,
    rejected: rejected('officer'),
    appealed: appealed('officer'),
    withdrawn: WITHDRAWN,
    revoked: revoked(CONFIRMED),
  },
  bureau: {
    draft: DRAFT,
    submitted: SUBMITTED,
    returned: returned('reviewer'),
    // there is no acceptance and no publicity on this path: these records wait for the bureau
    accepted: SUBMITTED,
    publicized: SUBMITTED,
    registered: VERIFIED,
    rejected: rejected('reviewer'),
    appealed: appealed('reviewer'),
    withdrawn: WITHDRAWN,
    revoked: revoked(VERIFIED),
  },
}

export type Actors = Readonly<Record<ActorKind, Pick<Actor, 'accountId' | 'role' | 'organizationId'>>>
