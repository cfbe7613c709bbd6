import { beforeAll } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { openBatch } from '@/lib/server/publicity/open-batch'
import { withdrawRecord } from '@/lib/server/record/act-on-own-record'
import { acceptRecords, rejectRecords, returnRecords, verifyRecords } from '@/lib/server/record/review/decide-records'
import { submitRecord } from '@/lib/server/record/submit-record'
import { type HandedIn, makeManySubmitted } from '@/tests/builders/many'
import { accepted, byCounty, byOfficers, byThemself, cast, disown, meet, on, TEXT, withdraw } from './cast'
import { type Act, fight } from './contest'

// Two connections, a barrier, many times over: every pair of acts that cannot both be had. One wins, the other reads who and with what.

beforeAll(meet)

function review(actors: () => readonly [Actor, Actor]): Act<HandedIn>[] {
  return [
    {
      name: 'return',
      events: ['return'],
      actors,
      run: (actor, { id }) => returnRecords(actor, { record: [id], reason: TEXT.reason }, on('2025-11-06')),
    },
    {
      name: 'reject',
      events: ['reject'],
      actors,
      run: (actor, { id }) => rejectRecords(actor, { record: [id], reason: TEXT.reason }, on('2025-11-06')),
    },
    withdraw,
  ]
}

fight('a draft', (count) => makeManySubmitted(count, cast().staff, cast().unit, { state: 'draft' }), [
  {
    name: 'submit',
    events: ['submit'],
    actors: byThemself,
    run: (actor, { id }: HandedIn) => submitRecord(actor, { id }, on('2025-11-06')),
  },
  withdraw,
])

fight('submitted to the employer', (count) => makeManySubmitted(count, cast().staff, cast().unit), [
  {
    name: 'accept',
    events: ['accept'],
    actors: byOfficers,
    run: (actor, { id }: HandedIn) => acceptRecords(actor, { record: [id] }, on('2025-11-06')),
  },
  ...review(byOfficers),
])

fight('submitted to the bureau', (count) => makeManySubmitted(count, cast().free, null), [
  {
    name: 'verify',
    events: ['verify'],
    actors: byCounty,
    run: (actor, { id }: HandedIn) => verifyRecords(actor, { record: [id] }, on('2025-11-06')),
  },
  ...review(byCounty),
])

fight(
  'accepted',
  accepted,
  [
    {
      name: 'open a batch',
      events: ['publicize', 'open', 'create'],
      actors: byOfficers,
      run: (actor, { id }) => openBatch(actor, { record: [id], contact: '人事科' }, on('2025-11-13')),
    },
    {
      name: 'return',
      events: ['return'],
      actors: byOfficers,
      run: (actor, { id }) => returnRecords(actor, { record: [id], reason: TEXT.reason }, on('2025-11-13')),
    },
    { ...withdraw, run: (actor, { id }) => withdrawRecord(actor, { id }, on('2025-11-13')) },
    disown,
  ],
  { together: 1 },
)
