import { byCompletion, type Credit } from '@/lib/rules/credit'

interface Group {
  best: Credit | null
  creditedElsewhere: boolean
}

/**
 * One achievement is credited only once (M21.4): rejects every record of an achievement that was credited in another year, and of the
 * other achievements every record but the best. A record that is rejected already still shows that its achievement was credited elsewhere.
 */
export function rejectDuplicateAchievements(credits: readonly Credit[], year: number): void {
  const groups = new Map<string, Group>()
  for (const credit of credits) {
    if (!credit.isAchievement) continue
    const group = groupOf(groups, credit)
    const { creditedIn } = credit.record
    if (creditedIn !== undefined && creditedIn !== year) group.creditedElsewhere = true
    if (credit.reason === null && (group.best === null || isBetter(credit, group.best))) group.best = credit
  }
  for (const credit of credits) {
    if (!credit.isAchievement || credit.reason !== null) continue
    const group = groupOf(groups, credit)
    if (group.creditedElsewhere) credit.reason = 'credited_in_other_year'
    else if (group.best !== credit) credit.reason = 'same_achievement'
  }
}

function groupOf(groups: Map<string, Group>, { record }: Credit): Group {
  const key = ('achievement' in record ? record.achievement : undefined) ?? record.id
  let group = groups.get(key)
  if (!group) {
    group = { best: null, creditedElsewhere: false }
    groups.set(key, group)
  }
  return group
}

function isBetter(credit: Credit, best: Credit): boolean {
  return credit.tenths !== best.tenths ? credit.tenths > best.tenths : byCompletion(credit, best) < 0
}
