import type { Actor } from '@/lib/access/types'
import type { YearResult } from '@/lib/rules/types'
import { certifyYears } from '@/lib/server/year/certify-years'
import { authorityReview, returnYear } from '@/lib/server/year/decide-years'
import { requestYear } from '@/lib/server/year/request-year'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { PrismaClient } from '@/prisma/generated/client/client'
import type { DemoCity } from './city'
import { actor, morning } from './trainings'

const YEAR = 2025

/**
 * Most people whose year is met request it; most of these years are certified, some wait for the authority or bureau, a few are returned.
 */
export async function seedYears(db: PrismaClient, city: DemoCity): Promise<void> {
  const met = await db.year.findMany({ where: { year: YEAR, met: true }, select: { personId: true }, orderBy: { personId: 'asc' } })
  const people = new Map(city.people.map((person) => [person.id, person]))
  for (const [index, { personId }] of met.entries()) {
    const person = people.get(personId)
    if (person && index % 5 !== 0) await requestYear(person.actor, { year: YEAR }, { now: morning('2025-11-06') })
  }
  await review(db, city)
  const waiting = await requested(db)
  for (const [index, year] of waiting.entries()) {
    const certifier = certifierOf(city, year.regionCode, year.personId)
    if (index % 11 === 3)
      await returnYear(certifier, { year: year.id, reason: '请核对公需科目的学习证明。' }, { now: morning('2025-11-11') })
    else if (index % 5 !== 0 && !(year.authorityId && !isInGroup('year', year.state, 'authority_reviewed'))) {
      const uncertain = year.result.lines.filter((line) => line.counted > 0 && line.status !== 'legible').map((line) => line.id)
      const reason = uncertain.length > 0 ? '按市局暂行意见确认' : ''
      await certifyYears(certifier, { year: [year.id], confirmed: uncertain, reason }, { now: morning('2025-11-12') })
    }
  }
}

const AUTHORITIES = ['zhenghui', 'songkai', 'luoyan'] as const

async function review(db: PrismaClient, city: DemoCity): Promise<void> {
  for (const login of AUTHORITIES) {
    const reviewer = actor(city, login)
    const years = (await requested(db)).filter((year) => year.authorityId === reviewer.organizationId).map((year) => year.id)
    const some = years.filter((_, index) => index % 4 !== 0)
    if (some.length > 0) await authorityReview(reviewer, { year: some }, { now: morning('2025-11-10') })
  }
}

async function requested(db: PrismaClient) {
  const years = await db.year.findMany({
    where: { year: YEAR, requestedAt: { not: null } },
    select: { id: true, personId: true, state: true, regionCode: true, authorityId: true, result: true },
    orderBy: { id: 'asc' },
  })
  return years
    .filter((year) => isInGroup('year', year.state, 'certification'))
    .map((year) => ({ ...year, result: year.result as unknown as YearResult }))
}

/** A reviewer of the competent bureau other than the person. */
export function certifierOf(city: DemoCity, regionCode: string | null, personId: string): Actor {
  for (const candidate of city.actors.values()) {
    const reviews = candidate.role === 'county_reviewer' || candidate.role === 'city_reviewer'
    if (reviews && candidate.regionCode === regionCode && candidate.personId !== personId) return candidate
  }
  return actor(city, 'xuwei')
}
