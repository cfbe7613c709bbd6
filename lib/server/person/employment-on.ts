import 'server-only'
import type { Expression } from 'kysely'
import type { PlainDate } from '@/lib/calendar/plain-date'
import type { Builder } from '../database/statement'

/** The person's employment on that day, the latest begun where there are several: one row at most, for a lateral join. */
export function employmentOn(db: Builder, personId: Expression<string>, on: PlainDate) {
  return db
    .selectFrom('employment as e')
    .select(['e.kind', 'e.organization_id', 'e.region_code'])
    .where('e.person_id', '=', personId)
    .where('e.from_on', '<=', on)
    .where((eb) => eb.or([eb('e.until_on', 'is', null), eb('e.until_on', '>=', on)]))
    .orderBy('e.from_on', 'desc')
    .orderBy('e.id', 'desc')
    .limit(1)
}
