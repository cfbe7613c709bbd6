import 'server-only'
import { type CompetentBureau, competentBureau } from '@/lib/access/routing'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { statement } from '../database/statement'
import { type ReviewRoute, reviewRouteOf } from '../record/review-route'

/** The title applied for this year, else the one of the appointment that holds on the day, the latest begun of several. */
const titleOf = statement('title-of', (db, given: { personId: string; year: number; on: PlainDate }) =>
  db
    .selectFrom('person as p')
    .leftJoin('title_application as t', (join) => join.onRef('t.person_id', '=', 'p.id').on('t.year', '=', given.year))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('appointment as a')
          .select(['a.title_series', 'a.title_level'])
          .whereRef('a.person_id', '=', 'p.id')
          .where('a.from_on', '<=', given.on)
          .where((a) => a.or([a('a.until_on', 'is', null), a('a.until_on', '>=', given.on)]))
          .orderBy('a.from_on', 'desc')
          .orderBy('a.id', 'desc')
          .limit(1)
          .as('a'),
      (join) => join.onTrue(),
    )
    .select((eb) => [
      eb.fn.coalesce('t.title_series', 'a.title_series').as('titleSeries'),
      eb.fn.coalesce('t.title_level', 'a.title_level').as('titleLevel'),
      eb('t.id', 'is not', null).as('applying'),
    ])
    .where('p.id', '=', given.personId),
)

/** Which bureau certifies this person's year, were it requested on the day, by which clause, and what of the unit goes with it (N6.1–N6.4). */
export async function competentBureauOf(
  personId: string,
  year: number,
  on: PlainDate,
): Promise<{ bureau: CompetentBureau; placement: ReviewRoute }> {
  const [placement, [title]] = await Promise.all([reviewRouteOf(personId, on), titleOf({ personId, year, on })])
  const bureau = competentBureau({
    employmentKind: placement.employmentKind,
    unitLevel: placement.unitLevel,
    regionCode: placement.countyCode,
    authorityId: placement.authorityId,
    titleSeries: title?.titleSeries ?? null,
    titleLevel: title?.titleLevel ?? null,
    applyingThisYear: Boolean(title?.applying),
  })
  return { bureau, placement }
}
