import 'server-only'
import { buildUrl } from '@/lib/server/input/search'

/** What a person's page, or an account's, can say is now the case. */
export const DONE = [
  'changed',
  'employed',
  'employmentEnded',
  'appointed',
  'appointmentEnded',
  'applies',
  'appliesNot',
  'granted',
  'roleEnded',
  'active',
  'inactive',
] as const
type Done = (typeof DONE)[number]

/** The acts on an account, each on a page of its own below the person's or the account's. */
export const ACCOUNT_ACTS = ['grant', 'end-office', 'reset', 'standing'] as const
export type AccountAct = (typeof ACCOUNT_ACTS)[number]

/** The acts on a person besides. */
export const PERSON_ACTS = ['begin-work', 'end-work', 'begin-title', 'end-title', 'apply', 'apply-not', 'reveal'] as const
export type PersonAct = (typeof PERSON_ACTS)[number]

export function personPlace(person: string, done: Done): string {
  return buildUrl(`/bureau/people/${person}`, { done })
}

export function accountPlace({ account, personId }: { account: string; personId: string | null }, done: Done): string {
  return buildUrl(accountPage({ id: account, personId }), { done })
}

/** Where an account is looked after: on its person's page, where it has one. */
export function accountPage({ id, personId }: { id: string; personId: string | null }): string {
  return personId ? `/bureau/people/${personId}` : `/bureau/people/accounts/${id}`
}
