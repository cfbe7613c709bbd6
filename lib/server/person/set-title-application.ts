import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import { type Actor, TITLE_LEVELS } from '@/lib/access/types'
import { TITLE_SERIES_NAMES } from '@/lib/i18n/title-series'
import { writeAudit } from '../database/audit'
import { newId } from '../database/ids'
import { inTransaction } from '../database/in-transaction'
import { runOnce } from '../database/statement'
import { forbidden } from '../input/errors'
import { choice, id, number, version } from '../input/fields'
import { claimPerson } from './person-input'

const shape = { person: id(), version: version(), year: number({ least: 2000, most: 2100, step: 1 }) }
export const setTitleApplicationInput = z.strictObject({
  ...shape,
  titleSeries: choice(TITLE_SERIES_NAMES),
  titleLevel: choice(TITLE_LEVELS),
})
export const removeTitleApplicationInput = z.strictObject(shape)

/** What the person applies for in the year: it decides which bureau certifies the year (N6.3). A request already made keeps its way. */
export async function setTitleApplication(
  actor: Actor,
  { person, version, year, ...data }: z.infer<typeof setTitleApplicationInput>,
  { now }: { now: Date },
): Promise<{ person: string }> {
  if (!can(actor, 'person_edit', {})) throw forbidden()
  await inTransaction(async (on) => {
    await claimPerson(on, person, version)
    const title = { title_series: data.titleSeries, title_level: data.titleLevel }
    await runOnce(
      (db) =>
        db
          .insertInto('title_application')
          .values({ id: newId(), person_id: person, year, ...title })
          .onConflict((known) => known.columns(['person_id', 'year']).doUpdateSet(title)),
      on,
    )
    await writeAudit(actor, { act: 'title_application_set', subject: 'person', subjectId: person, data: { year, ...data } }, now, on)
  })
  return { person }
}

/** The person does not apply in that year after all. */
export async function removeTitleApplication(
  actor: Actor,
  { person, version, year }: z.infer<typeof removeTitleApplicationInput>,
  { now }: { now: Date },
): Promise<{ person: string }> {
  if (!can(actor, 'person_edit', {})) throw forbidden()
  await inTransaction(async (on) => {
    await claimPerson(on, person, version)
    await runOnce((db) => db.deleteFrom('title_application').where('person_id', '=', person).where('year', '=', year), on)
    await writeAudit(actor, { act: 'title_application_remove', subject: 'person', subjectId: person, data: { year } }, now, on)
  })
  return { person }
}
