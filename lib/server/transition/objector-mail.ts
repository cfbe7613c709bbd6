import 'server-only'
import { newId } from '../database/ids'
import type { PlainRow } from './tables'

export const OBJECTOR_MAILS = ['objection_confirm', 'objection_decided', 'objection_appealed', 'objection_appeal_decided'] as const
export type ObjectorMailTemplate = (typeof OBJECTOR_MAILS)[number]

/** A mail to whoever objected, at the contact that they gave. */
export interface ObjectorMail {
  contact: { contactKind: 'email' | 'phone'; contactCipher: Uint8Array }
  template: ObjectorMailTemplate
  values: Record<string, string | number>
}

/**
 * The outbox row of a mail to an objector; null where they gave a phone number: then the office calls. The address stays encrypted in the
 * row and is read by the sender alone.
 */
export function objectorMailRow({ contact, template, values }: ObjectorMail, now: Date): PlainRow<'outbox'> | null {
  if (contact.contactKind !== 'email') return null
  const payload = { to: { cipher: Buffer.from(contact.contactCipher).toString('base64') }, template, values }
  return { id: newId(), kind: 'mail', payload, at: now, attempts: 0, next_at: now }
}
