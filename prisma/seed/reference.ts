import { yearOf } from '@/lib/calendar/plain-date'
import { stateCouncilCalendar } from '@/lib/calendar/state-council'
import { ruleSets } from '@/lib/rules/rule-sets'
import { newId } from '@/lib/server/database/ids'
import type { PrismaClient } from '@/prisma/generated/client/client'
import { REGIONS } from './regions'

/** Inserts the data that the portal needs before its first use: regions, calendar, rule set, platforms. Existing rows are not changed. */
export async function seedReference(db: PrismaClient): Promise<void> {
  await db.region.createMany({ data: [...REGIONS], skipDuplicates: true })
  await seedCalendar(db)
  let added = 0
  for (const ruleSet of ruleSets) {
    const content = JSON.parse(JSON.stringify(ruleSet))
    const versions = await db.ruleSetVersion.createMany({
      data: [{ id: newId(), code: ruleSet.id, effectiveYear: ruleSet.fromYear, content, publishedAt: new Date() }],
      skipDuplicates: true,
    })
    const platforms = await db.platform.createMany({
      data: ruleSet.platforms.map((platform) => ({
        id: newId(),
        code: platform.code,
        name: platform.name,
        subjects: [...platform.subjects],
        fromOn: new Date(platform.from),
        untilOn: platform.until ? new Date(platform.until) : null,
        status:
          platform.nameStatus === 'legible' && platform.fromStatus === 'legible'
            ? 'legible'
            : platform.nameStatus === 'partial'
              ? 'partial'
              : 'provisional',
        source: platform.clause,
      })),
      skipDuplicates: true,
    })
    added += versions.count + platforms.count
  }
  if (added > 0) await db.rulesRevision.updateMany({ data: { revision: { increment: 1 } } })
}

/** The numbers of the State Council's notices, as far as they are known; an administrator can enter the others. */
const NOTICES: Readonly<Record<number, { notice: string; noticeOn: Date }>> = {
  2025: { notice: '国办发明电〔2024〕12号', noticeOn: new Date('2024-11-12') },
  2026: { notice: '国办发明电〔2025〕7号', noticeOn: new Date('2025-11-04') },
}

async function seedCalendar(db: PrismaClient): Promise<void> {
  const { coveredYears, holidays, makeUpDays } = stateCouncilCalendar
  await db.calendarYear.createMany({
    data: [...coveredYears].map((year) => ({ year, source: 'chinese-days 1.5.7', ...(NOTICES[year] ?? { notice: '' }) })),
    skipDuplicates: true,
  })
  const days = [...[...holidays].map((date) => ({ date, worked: false })), ...[...makeUpDays].map((date) => ({ date, worked: true }))]
  await db.calendarDay.createMany({
    // A notice may list days of the December before: they belong to the calendar year of their date.
    data: days
      .filter(({ date }) => coveredYears.has(yearOf(date)))
      .map(({ date, worked }) => ({ date: new Date(date), year: yearOf(date), worked, name: '' })),
    skipDuplicates: true,
  })
}
