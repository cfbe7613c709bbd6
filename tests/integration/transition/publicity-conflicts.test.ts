import { beforeAll } from 'vitest'
import { db } from '@/lib/server/database/db'
import { confirmObjectionContact } from '@/lib/server/objection/confirm-objection-contact'
import { decideObjection } from '@/lib/server/objection/decide-objection'
import { raiseObjection } from '@/lib/server/objection/raise-objection'
import { cancelBatch } from '@/lib/server/publicity/cancel-batch'
import { confirmBatch } from '@/lib/server/publicity/confirm-batch'
import { openBatch } from '@/lib/server/publicity/open-batch'
import { takeOutOfBatch } from '@/lib/server/publicity/take-out-of-batch'
import type { HandedIn } from '@/tests/builders/many'
import { accepted, byOfficers, cast, disown, meet, on, TEXT, VISITOR } from './cast'
import { type Act, fight } from './contest'

// As in conflicts.test: what meets on the publicity board.

beforeAll(meet)

interface Shown extends HandedIn {
  batch: string
  code: string
}

/** Each alone in a batch whose period is over, with an objection raised within it whose contact is not confirmed yet. */
async function publicized(count: number): Promise<Shown[]> {
  const shown: Shown[] = []
  for (const made of await accepted(count)) {
    const { id: batch } = await openBatch(cast().officers[0], { record: [made.id], contact: '人事科' }, on('2025-11-13'))
    shown.push({ ...made, batch, code: await raise(made.id, batch) })
  }
  return shown
}

let raised = 0

async function raise(record: string, batch: string): Promise<string> {
  raised += 1
  const where = { batchId_recordId: { batchId: batch, recordId: record } }
  const item = await db.publicityItem.findUniqueOrThrow({ where, select: { id: true } })
  const contact = `someone${raised}@example.com`
  const input = { item: item.id, reason: '会议当天他在值班', name: '知情人', contactKind: 'email' as const, contact }
  return (await raiseObjection(VISITOR, input, on('2025-11-17'))).code
}

fight('publicized', publicized, [
  {
    name: 'confirm the batch',
    events: ['confirm'],
    actors: byOfficers,
    run: (actor, { batch }) => confirmBatch(actor, { batch }, on('2025-11-21')),
  },
  {
    name: 'cancel the batch',
    events: ['cancel', 'take_out'],
    actors: byOfficers,
    run: (actor, { batch }) => cancelBatch(actor, { batch, reason: TEXT.reason }, on('2025-11-21')),
  },
  {
    name: 'take out',
    events: ['take_out'],
    actors: byOfficers,
    run: (actor, { id }) => takeOutOfBatch(actor, { record: id, reason: TEXT.reason }, on('2025-11-21')),
  },
  disown as Act<Shown>,
  {
    name: 'confirm the contact of an objection',
    events: ['object', 'confirm_contact'],
    actors: () => [VISITOR, VISITOR],
    run: (actor, { code }) => confirmObjectionContact(actor, { code }, on('2025-11-21')),
  },
])

interface Objected extends Shown {
  objection: string
}

async function objected(count: number): Promise<Objected[]> {
  const stopped: Objected[] = []
  for (const shown of await publicized(count)) {
    await confirmObjectionContact(VISITOR, { code: shown.code }, on('2025-11-18'))
    const { id: objection } = await db.objection.findFirstOrThrow({ where: { recordId: shown.id }, select: { id: true } })
    stopped.push({ ...shown, objection, code: await raise(shown.id, shown.batch) })
  }
  return stopped
}

const finding = (verdict: 'dismiss' | 'uphold'): Act<Objected> => ({
  name: verdict,
  events: [verdict],
  // the first officer entered the record, and is no party to what is found of it
  actors: byOfficers,
  run: (actor, { objection }) => decideObjection(actor, { objection, verdict, finding: TEXT.finding }, on('2025-11-19')),
})

fight('objected', objected, [
  finding('dismiss'),
  finding('uphold'),
  {
    name: 'confirm the contact of a further objection',
    events: ['object', 'confirm_contact'],
    actors: () => [VISITOR, VISITOR],
    run: (actor, { code }) => confirmObjectionContact(actor, { code }, on('2025-11-19')),
  },
])
