import type { Actor } from '@/lib/access/types'
import type { RecordEvent } from '@/lib/workflow/events'
import type { RecordState } from '@/lib/workflow/states'

/** How far a record has come. Each of these is a way through the workflow's table (a test holds them to it). */
export const FATES = [
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
export type Fate = (typeof FATES)[number]

export type Hand = 'person' | 'officer' | 'reviewer'

export interface Step {
  event: RecordEvent
  from: RecordState | null
  to: RecordState
  by: Hand
  /** Working day of the course that it falls on; null: the day it is handed in. */
  on: 'handedIn' | 'reviewed' | 'opened' | 'confirmed' | 'afterwards'
  reason?: string
}

const step = (event: RecordEvent, from: RecordState | null, to: RecordState, by: Hand, on: Step['on'], reason?: string): Step => ({
  event,
  from,
  to,
  by,
  on,
  ...(reason ? { reason } : {}),
})

const DRAFT = [step('create', null, 'draft', 'person', 'handedIn')]
const SUBMITTED = [...DRAFT, step('submit', 'draft', 'submitted', 'person', 'handedIn')]
const ACCEPTED = [...SUBMITTED, step('accept', 'submitted', 'accepted', 'officer', 'reviewed')]
const PUBLICIZED = [...ACCEPTED, step('publicize', 'accepted', 'publicized', 'officer', 'opened')]
const CONFIRMED = [...PUBLICIZED, step('confirm', 'publicized', 'registered', 'officer', 'confirmed')]
const VERIFIED = [...SUBMITTED, step('verify', 'submitted', 'registered', 'reviewer', 'reviewed')]
const WITHDRAWN = [...SUBMITTED, step('withdraw', 'submitted', 'withdrawn', 'person', 'reviewed')]

const returned = (by: Hand) => [...SUBMITTED, step('return', 'submitted', 'returned', by, 'reviewed', '请补充考核结果的证明材料。')]
const rejected = (by: Hand) => [...SUBMITTED, step('reject', 'submitted', 'rejected', by, 'reviewed', '证明材料与所填内容不一致。')]
const appealed = (by: Hand) => [...rejected(by), step('appeal', 'rejected', 'appealed', 'person', 'opened', '已附证明，请复核。')]
const revoked = (way: readonly Step[]) => [...way, step('revoke', 'registered', 'revoked', 'reviewer', 'afterwards', '抽查发现签到不实。')]

/** The steps to each fate, where the employer checks and where the bureau does. */
export const COURSES: Readonly<Record<'employer' | 'bureau', Readonly<Record<Fate, readonly Step[]>>>> = {
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
    // there is no acceptance and no publicity on this path: they wait for the bureau
    accepted: SUBMITTED,
    publicized: SUBMITTED,
    registered: VERIFIED,
    rejected: rejected('reviewer'),
    appealed: appealed('reviewer'),
    withdrawn: WITHDRAWN,
    revoked: revoked(VERIFIED),
  },
}

export type Hands = Readonly<Record<Hand, Pick<Actor, 'accountId' | 'role' | 'organizationId'>>>
