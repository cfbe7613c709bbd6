import 'server-only'
import { type CompetentBureau, competentBureau } from '@/lib/access/routing'
import type { TitleLevel } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { pool } from '../database/db'
import { type ReviewRoute, reviewRouteOf } from '../record/review-route'

interface TitleRow {
  title_series: string | null
  title_level: TitleLevel | null
  applying: boolean
}

/** Which bureau certifies this person's year, were it requested on the day, by which clause, and what of the unit goes with it (N6.1–N6.4). */
export async function competentBureauOf(
  personId: string,
  year: number,
  on: PlainDate,
): Promise<{ bureau: CompetentBureau; placement: ReviewRoute }> {
  const [placement, titles] = await Promise.all([
    reviewRouteOf(personId, on),
    pool.query<TitleRow>({
      name: 'title-of',
      text: `SELECT coalesce(t.title_series, a.title_series) AS title_series, coalesce(t.title_level, a.title_level) AS title_level, t.id IS NOT NULL AS applying
        FROM person p LEFT JOIN title_application t ON t.person_id = p.id AND t.year = $2
        LEFT JOIN LATERAL (SELECT * FROM appointment a WHERE a.person_id = p.id AND a.from_on <= $3 AND (a.until_on IS NULL OR a.until_on >= $3)
          ORDER BY a.from_on DESC, a.id DESC LIMIT 1) a ON true WHERE p.id = $1`,
      values: [personId, year, on],
    }),
  ])
  const title = titles.rows[0]
  const bureau = competentBureau({
    employmentKind: placement.employmentKind,
    unitLevel: placement.unitLevel,
    regionCode: placement.countyCode,
    authorityId: placement.authorityId,
    titleSeries: title?.title_series ?? null,
    titleLevel: title?.title_level ?? null,
    applyingThisYear: title?.applying ?? false,
  })
  return { bureau, placement }
}
