import 'server-only'
import { newId } from '../database/ids'

export type ObjectionMail = 'objection_confirm' | 'objection_decided' | 'objection_appeal_decided'

export interface Contact {
  contactKind: 'email' | 'phone'
  contactCipher: Uint8Array
}

/**
 * The outbox row of a mail to an objector, nothing where they gave a phone number: then the office calls. The address stays encrypted in
 * the row and is read by the sender alone.
 */
export function mailTo(
  objector: Contact,
  template: ObjectionMail,
  values: Record<string, string | number>,
  now: Date,
): Record<string, unknown>[] {
  if (objector.contactKind !== 'email') return []
  const payload = { to: { cipher: Buffer.from(objector.contactCipher).toString('base64') }, template, values }
  return [{ id: newId(), kind: 'mail', payload, at: now, attempts: 0, next_at: now, sent_at: null, failure: null }]
}
