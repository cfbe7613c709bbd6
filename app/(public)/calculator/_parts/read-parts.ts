import { z } from 'zod'
import { ADDRESS_NAMES, MAX_CHARACTERS } from '@/lib/rules/what-if/address'
import { ENTRY_FIELDS } from '@/lib/rules/what-if/entry-fields'
import { ACTS, type ActionParts } from '@/lib/rules/what-if/reduce'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'

/** Longer than anything that fits, so that what is too long is still told as what it is. */
const bounded = (most: number) =>
  z
    .string()
    .transform((text) => text.slice(0, most))
    .optional()

const shape = Object.fromEntries([...ADDRESS_NAMES, ...ACTS, ...ENTRY_FIELDS].map((name) => [name, bounded(500)]))

/** What the address holds, each part bounded; what is none of the calculator's is left out. */
export async function readParts(parameters: SearchParameters): Promise<ActionParts> {
  const parts = await readSearch(parameters, { ...shape, e: bounded(MAX_CHARACTERS * 2), cancel: bounded(3) })
  return Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== undefined)) as ActionParts
}

/** Whether a button was pressed, beside what an address says. `was` is an answer to one. */
export function isAct(parts: ActionParts): boolean {
  return 'cancel' in parts || ACTS.some((name) => !['was', 'waspick', 'at'].includes(name) && parts[name] !== undefined)
}
