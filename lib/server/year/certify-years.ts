import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import type { ResultLine } from '@/lib/rules/types'
import { provisionalLines } from '../certificate/certificate-content'
import { newId } from '../database/ids'
import { forbidden } from '../input/errors'
import { ids, optionalIds, optionalText } from '../input/fields'
import type { YearForDecision } from './load-years'
import { type Move, moveYears } from './move-years'

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
  const reason = input.reason || null
  const named = new Set(input.confirmed)
  const linesOf = (year: YearForDecision): ResultLine[] => provisionalLines(year.result)
  const move: Move<YearForDecision> = {
    event: 'certify',
    reason,
    context: (year) => ({
      provisionalLines: linesOf(year).length,
      provisionalConfirmed: linesOf(year).every((line) => named.has(line.id)),
    }),
    set: { certified_at: now },
    data: (year) => ({ confirmed: linesOf(year).map((line) => line.id) }),
    certificate: (year) => ({
      of: 'year',
      yearId: year.id,
      personId: year.personId,
      year: year.year,
      result: year.result,
      confirmed: linesOf(year).length > 0 && reason ? { lines: confirmedOf(linesOf(year)), reason } : null,
    }),
  }
  const years = await moveYears(actor, input.year, 'year_certify', move, now, (certified) => ({
    inserts: {
      year_certification: certified.map((year) => ({
        id: newId(),
        year_id: year.id,
        certified_by: accountId,
        bureau_id: organizationId,
        certified_at: now,
        confirmed: confirmedOf(linesOf(year)),
        reason,
      })),
    },
  }))
  return { count: years.length, year: years.length === 1 ? (years[0]?.id ?? null) : null }
}

function confirmedOf(lines: readonly ResultLine[]) {
  return lines.map(({ id, clause, status }) => ({ recordId: id, clause, status }))
}
