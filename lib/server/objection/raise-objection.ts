import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { decide } from '@/lib/workflow/decide'
import { newId } from '../database/ids'
import { invalid, refused } from '../input/errors'
import { choice, id, text } from '../input/fields'
import { findItemOnBoard } from '../publicity/read-board-batch'
import { recordFacts } from '../record/facts'
import { loadForDecision } from '../record/load-for-decision'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { encryptPersonal } from '../security/personal-number'
import { commitTransitions } from '../transition/commit-transitions'
import { limitRate } from '../web/rate'
import { hashOf, newCode } from './code'
import { maskContact, parseContact } from './contact'
import { mailTo } from './mail'

export const CONTACT_KINDS = ['email', 'phone'] as const

export const raiseObjectionInput = z.strictObject({
  item: id(),
  reason: text(1000, { lines: true }),
  name: text(40),
  contactKind: choice(CONTACT_KINDS),
  contact: text(254),
})

const HOUR = 3600

/**
 * An objection to a record on the board, by anyone. It stops nothing yet: first its contact is confirmed, by the link in a mail or by the
 * office that calls. The code is the objector's; only its hash is kept.
 */
export async function raiseObjection(
  actor: Actor,
  input: z.infer<typeof raiseObjectionInput>,
  { now }: { now: Date },
): Promise<{ batchId: string; item: string; contactKind: 'email' | 'phone'; code: string }> {
  const contact = parseContact(input.contactKind, input.contact)
  if (!contact) throw invalid({ contact: { key: input.contactKind } })
  await limitRate(`objection:contact:${contact}`, 5, HOUR)
  await limitRate(`objection:item:${input.item}`, 20, HOUR)
  const item = await findItemOnBoard(actor, input.item, now)
  const [record] = await loadForDecision([item.recordId], {})
  if (!record) throw new Error('an item without its record')
  const facts = { ...recordFacts(actor, record, now, await readWorkCalendar()), reason: input.reason, contact, contactConfirmed: false }
  const decision = decide('objection', null, 'raise', facts)
  if (!decision.ok) throw refused(decision.refusals)

  const objectionId = newId()
  const code = newCode(objectionId)
  const contactCipher = encryptPersonal(contact)
  const row = {
    record_id: record.id,
    batch_id: item.batchId,
    reason: input.reason,
    contact_kind: input.contactKind,
    contact_cipher: hex(contactCipher),
    contact_mask: maskContact(input.contactKind, contact),
    objector_name: input.name,
    code_hash: hex(hashOf(code)),
    due_provisional: false,
  }
  const values = { code, unit: item.unit, year: item.year, number: item.number, position: item.position, title: item.title }
  await commitTransitions(
    actor,
    {
      transitions: [{ machine: 'objection', id: objectionId, from: null, event: 'raise', to: decision.to, row }],
      inserts: { outbox: mailTo({ contactKind: input.contactKind, contactCipher }, 'objection_confirm', values, now) },
    },
    now,
  )
  return { batchId: item.batchId, item: input.item, contactKind: input.contactKind, code }
}

/** Bytes as PostgreSQL reads them out of JSON. */
function hex(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`
}
