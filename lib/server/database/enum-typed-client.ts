import 'server-only'
import { Client, type QueryConfig } from 'pg'

/** As Prisma writes a value of one of our enums. */
const ENUM_VALUE = /CAST\((\$\d+)::text AS ((?:"\w+"\.)?"\w+")\)/g

/**
 * A connection whose statements PostgreSQL can plan. A text that is cast to an enum is no constant to the planner, so that no partial index
 * (`WHERE state = 'submitted'`) would ever serve a query of Prisma's; a parameter that has the enum's type from the beginning is one.
 */
export class PlannableClient extends Client {}

PlannableClient.prototype.query = function query(this: Client, ...given: unknown[]) {
  const [first] = given as [string | QueryConfig]
  const prismas = typeof first === 'object' && first !== null && 'rowMode' in first && first.text.includes('CAST(')
  // the method is looked up anew each time: whoever watches connections replaces it
  const sent = prismas ? [{ ...first, text: first.text.replace(ENUM_VALUE, '$1::$2') }, ...given.slice(1)] : given
  return Reflect.apply(Client.prototype.query, this, sent)
} as typeof Client.prototype.query
