import { enumParam } from '@/lib/server/input/search'

/** What the page can say is now the case. */
export const DONE = ['reopened', 'corrected', 'revoked', 'allow', 'refuse'] as const

export const recordShape = { act: enumParam(['reopen', 'revoke', 'allow', 'refuse'] as const), done: enumParam(DONE) }

/** The record's page after an act on it. */
export function recordAfter(id: string, done: (typeof DONE)[number]): string {
  return `/bureau/records/${id}?done=${done}`
}
