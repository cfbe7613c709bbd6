import 'server-only'
import { z } from 'zod'

const EMAIL = z.email().max(254)
const MOBILE = /^1[3-9]\d{9}$/
const LANDLINE = /^0\d{2,3}-?\d{7,8}$/

/** What was typed as one kind of contact in its plain form; null where it is none. */
export function parseContact(kind: 'email' | 'phone', typed: string): string | null {
  if (kind === 'email') return EMAIL.safeParse(typed.trim()).success ? typed.trim() : null
  const digits = typed
    .normalize('NFKC')
    .replace(/[\s()（）]/g, '')
    .replace(/^(\+|00)?86-?/, '')
  return MOBILE.test(digits) || LANDLINE.test(digits) ? digits : null
}

/** Enough to know one's own by: 138****1234, z***@example.com. */
export function maskContact(kind: 'email' | 'phone', contact: string): string {
  if (kind === 'phone') return `${contact.slice(0, 3)}****${contact.slice(-4)}`
  const [local = '', domain = ''] = contact.split('@')
  return `${[...local][0] ?? ''}***@${domain}`
}
