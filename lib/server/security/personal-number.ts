import 'server-only'
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { env } from '../runtime/env'

const IV = 12
const TAG = 16

/** AES-256-GCM: iv, tag, text. For ID numbers, phone numbers and contacts at rest. */
export function encryptPersonal(text: string): Buffer {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(env().XUESHI_DATA_KEY, 'hex'), iv)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** The text again. Its only callers are the named, audited reads. */
export function decryptPersonal(stored: Uint8Array): string {
  const bytes = Buffer.from(stored)
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(env().XUESHI_DATA_KEY, 'hex'), bytes.subarray(0, IV))
  decipher.setAuthTag(bytes.subarray(IV, IV + TAG))
  return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8')
}

/** The look-up index of a number: the same number, the same index; not to be turned back without the key. */
export function indexPersonal(text: string): Buffer {
  return createHmac('sha256', Buffer.from(env().XUESHI_INDEX_KEY, 'hex')).update(text).digest()
}
