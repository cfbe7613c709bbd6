import 'server-only'
import { type Expression, expressionBuilder } from 'kysely'
import type { Tables } from '../database/tables'

const on = expressionBuilder<Tables, never>()

/** Where in the unit the person works, or worked last. */
export function departmentAt(personId: Expression<string>, organizationId: string | null) {
  return on
    .selectFrom('employment as e')
    .select('e.department')
    .where('e.person_id', '=', personId)
    .where('e.organization_id', '=', organizationId)
    .orderBy('e.from_on', 'desc')
    .limit(1)
}
