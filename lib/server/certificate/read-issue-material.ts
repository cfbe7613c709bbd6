import 'server-only'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { anyOf, statement } from '../database/statement'
import { conflict } from '../input/errors'
import { recordDetails } from '../ledger/record-details'
import type { CertificateOwner, PrintedRecord } from './certificate-content'

/** What stands on a certificate besides the figures: whose it is, who certifies, and what was counted. */
export interface IssueMaterial {
  owner: CertificateOwner
  regionCode: string
  issuer: string
  records: PrintedRecord[]
}

/** By year id; one round trip, for one year or a hundred. Throws `conflict` where a year's bureau is not fixed (any more). */
export async function readIssueMaterial(
  years: readonly { yearId: string; recordIds: readonly string[] }[],
): Promise<Map<string, IssueMaterial>> {
  const rows = await readYears({
    yearIds: years.map(({ yearId }) => yearId),
    recordIds: years.flatMap(({ recordIds }) => recordIds),
  })
  const byYear = new Map(rows.map((row) => [row.id, row]))
  return new Map(
    years.map(({ yearId, recordIds }) => {
      const row = byYear.get(yearId)
      // The request was taken back since it was looked at: its bureau is open again.
      if (!row?.regionCode) throw conflict()
      if (row.issuer === null) throw new Error('a year to be certified without its bureau')
      const { id: _, regionCode, issuer, records, ...owner } = row
      const byId = new Map(records.map((record) => [record.id, { ...record, details: recordDetails.parse(record.details) }]))
      return [yearId, { owner, regionCode, issuer, records: recordIds.flatMap((id) => byId.get(id) ?? []) }]
    }),
  )
}

const readYears = statement('issue-material', (db, given: { yearIds: readonly string[]; recordIds: readonly string[] }) =>
  db
    .selectFrom('year as y')
    .innerJoin('person as p', 'p.id', 'y.person_id')
    .leftJoin('organization as e', 'e.id', 'y.employer_id')
    .leftJoin('organization as b', (join) => join.on('b.kind', '=', 'bureau').onRef('b.region_code', '=', 'y.region_code'))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('appointment as t')
          .select(['t.title_series', 't.title_name'])
          .whereRef('t.person_id', '=', 'p.id')
          .orderBy('t.from_on', 'desc')
          .limit(1)
          .as('a'),
      (join) => join.onTrue(),
    )
    .select(['y.id', 'y.region_code as regionCode', 'b.name as issuer', 'p.name', 'p.id_number_mask as idNumberMask'])
    .select((eb) => [
      eb.fn.coalesce('e.name', sql.lit('')).as('employer'),
      eb.fn.coalesce('a.title_series', sql.lit('')).as('titleSeries'),
      eb.fn.coalesce('a.title_name', sql.lit('')).as('titleName'),
      jsonArrayFrom(
        eb
          .selectFrom('hour_record as r')
          .leftJoin('filing as f', 'f.id', 'r.filing_id')
          .select(['r.id', 'r.title', 'r.category', 'r.option', 'r.organizer', 'r.details'])
          .select(['r.completed_on as completedOn', 'f.number as filingNumber'])
          .select((e) =>
            e
              .selectFrom('platform as l')
              .select('l.name')
              .where('l.code', '=', sql<string>`${e.ref('r.details')}->>'platform'`)
              .orderBy('l.from_on', 'desc')
              .limit(1)
              .as('platformName'),
          )
          .where('r.id', '=', anyOf(given.recordIds, 'uuid'))
          .whereRef('r.person_id', '=', 'y.person_id'),
      ).as('records'),
    ])
    .where('y.id', '=', anyOf(given.yearIds, 'uuid')),
)
