import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import type { ResultLine } from '@/lib/rules/types'
import { provisionalLines } from '../certificate/certificate-content'
import { planIssues } from '../certificate/plan-issue'
import { newId } from '../database/ids'
import { forbidden, notFound } from '../input/errors'
import { ids, optionalIds, optionalText } from '../input/fields'
import { commitTransitions } from '../transition/commit-transitions'
import { loadYears, type YearForDecision } from './load-years'
import { planYearMove } from './move-years'
import { yearScope } from './scope'

/** As many as one decision takes. */
export const MAX_YEARS_AT_ONCE = 100

export const certifyYearsInput = z.strictObject({
  year: ids(MAX_YEARS_AT_ONCE),
  /** The records whose figure is provisional, each confirmed by name. */
  confirmed: optionalIds(10_000),
  reason: optionalText(300, { lines: true }),
})
type Input = z.infer<typeof certifyYearsInput>

/**
 * Certified, one or many in one commit: the certificates exist from then on (N6.5, M17). Where counted lines rest on a figure that is
 * not law yet, each must be among the confirmed, with a reason that stands on the certificate.
 */
export async function certifyYears(actor: Actor, input: Input, { now }: { now: Date }): Promise<{ count: number; year: string | null }> {
  const { accountId, organizationId } = actor
  if (accountId === null || organizationId === null) throw forbidden()
  const years = await loadYears(input.year, yearScope(actor, 'year_certify'))
  if (years.length !== input.year.length) throw notFound()
  const reason = input.reason || null
  const named = new Set(input.confirmed)
  const open = new Map(years.map((year) => [year.id, provisionalLines(year.result)]))
  const lines = (year: YearForDecision): ResultLine[] => open.get(year.id) ?? []
  const moved = await planYearMove(
    actor,
    years,
    {
      event: 'certify',
      reason,
      facts: (year) => ({ provisionalLines: lines(year).length, provisionalConfirmed: lines(year).every((line) => named.has(line.id)) }),
      set: () => ({ certified_at: now }),
      data: (year) => ({ confirmed: lines(year).map((line) => line.id) }),
    },
    now,
  )
  const issued = await planIssues(
    actor,
    years.map((year) => ({
      yearId: year.id,
      personId: year.personId,
      year: year.year,
      result: year.result,
      confirmed: lines(year).length > 0 && reason ? { lines: confirmedOf(lines(year)), reason } : null,
    })),
    now,
  )
  const certifications = years.map((year) => ({
    id: newId(),
    year_id: year.id,
    certified_by: accountId,
    bureau_id: organizationId,
    certified_at: now,
    confirmed: confirmedOf(lines(year)),
    reason,
  }))
  await commitTransitions(
    actor,
    {
      transitions: [...moved.transitions, ...issued.transitions],
      inserts: {
        year_certification: certifications,
        notification: [...(moved.inserts.notification ?? []), ...(issued.inserts.notification ?? [])],
      },
    },
    now,
  )
  return { count: years.length, year: years.length === 1 ? (years[0]?.id ?? null) : null }
}

function confirmedOf(lines: readonly ResultLine[]) {
  return lines.map(({ id, clause, status }) => ({ recordId: id, clause, status }))
}
