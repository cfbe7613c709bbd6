import { byCompletion, type Credit, isPublicCourseware } from '@/lib/rules/credit'
import type { ConversionAllocation, ParticipationInput } from '@/lib/rules/types'
import type { YearRules } from '@/lib/rules/year-rules'

/** The year's hours so far, in tenths. */
export interface Sums {
  professional: number
  public: number
}

/**
 * Sums the participation records by subject; 公需 courseware only up to the year's cap, in order of completion (N5.2). Marks what is capped.
 */
export function sumParticipation(credits: readonly Credit[], rules: YearRules): Sums {
  const sums = { professional: 0, public: 0 }
  let courseware = 0
  for (const credit of credits) {
    if (credit.isAchievement || credit.reason !== null) continue
    if (isPublicCourseware(credit)) courseware += credit.tenths
    else add(credit, credit.tenths, sums)
  }
  if (courseware > 0) sumPublicCourseware(credits, courseware, rules.publicCoursewareCap, sums)
  return sums
}

function sumPublicCourseware(credits: readonly Credit[], wanted: number, cap: number, sums: Sums): void {
  const courseware = credits.filter((credit) => credit.reason === null && isPublicCourseware(credit))
  if (wanted > cap) courseware.sort(byCompletion)
  let left = cap
  for (const credit of courseware) {
    const taken = Math.min(credit.tenths, left)
    left -= taken
    add(credit, taken, sums)
    if (taken < credit.tenths) credit.reason = 'public_courseware_cap'
  }
}

function add(credit: Credit, tenths: number, sums: Sums): void {
  const { subject } = credit.record as ParticipationInput
  credit[subject] = tenths
  sums[subject] += tenths
}

/** Allocates the converted hours of the accepted options to the subjects by the year's setting (N5.0) and adds them to the sums. */
export function allocateConversion(options: readonly Credit[], allocation: ConversionAllocation, rules: YearRules, sums: Sums): void {
  for (const credit of options) {
    if (!credit.isAchievement || credit.reason !== null) continue
    const first = allocation === 'professional_first' ? within(credit.tenths, (rules.minimumProfessional ?? 0) - sums.professional) : 0
    credit.public = allocation === 'professional_only' ? 0 : within(credit.tenths - first, rules.publicFill - sums.public)
    credit.professional = credit.tenths - credit.public
    sums.professional += credit.professional
    sums.public += credit.public
  }
}

function within(tenths: number, room: number): number {
  return Math.max(0, Math.min(tenths, room))
}
