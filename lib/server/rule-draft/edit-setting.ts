import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import type { Sources } from '@/lib/rules/setting-basis'
import { CONVERSION_ALLOCATIONS, ONE_OPTION_SCOPES, type RuleSettings } from '@/lib/rules/types'
import { invalid } from '../input/errors'
import { choice, id, number, optionalNumber, optionalText, version } from '../input/fields'
import { changeDraft } from './change-draft'
import { basisFields } from './edit-figure'

const common = { id: id(), version: version(), ...basisFields }
const SHARE = { least: 0.01, most: 10, step: 0.01 }

export const editScopeInput = z.strictObject({ ...common, oneOptionScope: choice(ONE_OPTION_SCOPES) })
export const editAllocationInput = z.strictObject({ ...common, conversionAllocation: choice(CONVERSION_ALLOCATIONS) })
export const editDenyInput = z.strictObject({ ...common, denyAtShare: number(SHARE) })
export const editWarnInput = z.strictObject({ ...common, warnAtShare: number(SHARE) })
export const editTransitionInput = z.strictObject({
  ...common,
  until: optionalNumber({ least: 2025, most: 2099, step: 1 }),
  cohort: optionalText(300, { lines: true }),
})

interface Common {
  id: string
  version: number
  clause: string
  status: 'legible' | 'partial' | 'provisional'
  document: string
}
type Context = { now: Date }

/** How much of what is converted counts in a year (M21.4). */
export async function editScope(actor: Actor, input: z.infer<typeof editScopeInput>, context: Context): Promise<{ id: string }> {
  return change(actor, input, { oneOptionScope: input.oneOptionScope }, context)
}

/** Which subject converted hours fill first (N5.0). */
export async function editAllocation(actor: Actor, input: z.infer<typeof editAllocationInput>, context: Context): Promise<{ id: string }> {
  return change(actor, input, { conversionAllocation: input.conversionAllocation }, context)
}

/** From which share of a term's hours in one year its average does not count (N8.1). */
export async function editDeny(actor: Actor, input: z.infer<typeof editDenyInput>, context: Context): Promise<{ id: string }> {
  return change(actor, input, { denyAtShare: input.denyAtShare }, context)
}

/** From which share there is a warning (N8.1). */
export async function editWarn(actor: Actor, input: z.infer<typeof editWarnInput>, context: Context): Promise<{ id: string }> {
  return change(actor, input, { warnAtShare: input.warnAtShare }, context)
}

/** Who belongs to the transition of conversion, and until when (N5.1); both empty: not defined. */
export async function editTransition(actor: Actor, input: z.infer<typeof editTransitionInput>, context: Context): Promise<{ id: string }> {
  const { until, cohort } = input
  if (until === null && cohort !== '') throw invalid({ until: { key: 'required' } })
  if (until !== null && cohort === '') throw invalid({ cohort: { key: 'required' } })
  return change(actor, input, { transition: until === null ? null : { until, cohort } }, context)
}

async function change(actor: Actor, input: Common, setting: Partial<RuleSettings>, { now }: Context): Promise<{ id: string }> {
  const { clause, status, document } = input
  const at = `settings.${Object.keys(setting)[0]}`
  return changeDraft(actor, input, now, ({ content, sources }) => ({
    at,
    content: { ...content, settings: { ...content.settings, ...setting } },
    sources: { ...sources, [at]: { document, clause, status } } satisfies Sources,
  }))
}
