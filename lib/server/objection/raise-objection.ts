import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { act } from '../consequence/act'
import { newId } from '../database/ids'
import { invalid } from '../input/errors'
import { choice, id, text } from '../input/fields'
import { findItemOnBoard } from '../publicity/read-board-batch'
import { loadForDecision } from '../record/load-for-decision'
import { recordContext } from '../record/record-context'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { encryptPersonal } from '../security/personal-number'
import { limitRate } from '../security/rate-limit'
import type { Step } from '../transition/step'
import type { RowOf } from '../transition/tables'
import { hashOf, newCode } from './code'
import { maskContact, parseContact } from './contact'

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
  const objectionId = newId()
  const code = newCode(objectionId)
  const contactCipher = encryptPersonal(contact)
  const row: RowOf<'objection'> = {
    record_id: record.id,
    batch_id: item.batchId,
    reason: input.reason,
    contact_kind: input.contactKind,
    contact_cipher: contactCipher,
    contact_mask: maskContact(input.contactKind, contact),
    objector_name: input.name,
    code_hash: hashOf(code),
  }
  const values = { code, unit: item.unit, year: item.year, number: item.number, position: item.position, title: item.title }
  const step: Step<'objection'> = {
    machine: 'objection',
    id: objectionId,
    from: null,
    event: 'raise',
    context: {
      ...recordContext(actor, record, now, await readWorkCalendar()),
      reason: input.reason,
      contact,
      contactConfirmed: false,
    },
    // The reason stands on the objection, for those who decide on it; not in the public history of events.
    reason: null,
    row,
    mail: { contact: { contactKind: input.contactKind, contactCipher }, template: 'objection_confirm', values },
  }
  await act(actor, { steps: [step] }, now)
  return { batchId: item.batchId, item: input.item, contactKind: input.contactKind, code }
}
