import 'server-only'
import { seesNames } from '@/lib/access/scope'
import type { Actor } from '@/lib/access/types'
import { maskName } from '@/lib/i18n/mask-name'

/** A person's name as this role reads it: masked for the auditor. */
export function nameFor(actor: Actor, name: string): string {
  return seesNames(actor.role) ? name : maskName(name)
}
