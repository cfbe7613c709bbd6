import 'server-only'
import { pool } from '../database/db'
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
  const rows = await readYears(
    years.map(({ yearId }) => yearId),
    years.flatMap(({ recordIds }) => recordIds),
  )
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

type YearRow = CertificateOwner & { id: string; regionCode: string | null; issuer: string | null; records: PrintedRecord[] }

async function readYears(ids: readonly string[], recordIds: readonly string[]): Promise<YearRow[]> {
  const { rows } = await pool.query<YearRow>({
    name: 'issue-material',
    text: `SELECT y.id, y.region_code AS "regionCode", b.name AS issuer, p.name, p.id_number_mask AS "idNumberMask", coalesce(e.name, '') AS employer,
        coalesce(a.title_series, '') AS "titleSeries", coalesce(a.title_name, '') AS "titleName", counted.records
      FROM year y
      JOIN person p ON p.id = y.person_id
      LEFT JOIN organization e ON e.id = y.employer_id
      LEFT JOIN organization b ON b.kind = 'bureau' AND b.region_code = y.region_code
      LEFT JOIN LATERAL (
        SELECT title_series, title_name FROM appointment WHERE person_id = p.id ORDER BY from_on DESC LIMIT 1
      ) a ON true
      CROSS JOIN LATERAL (
        SELECT coalesce(json_agg(json_build_object('id', r.id, 'title', r.title, 'category', r.category, 'option', r.option, 'organizer', r.organizer,
          'details', r.details, 'completedOn', r.completed_on, 'filingNumber', f.number,
          'platformName', (SELECT name FROM platform WHERE code = r.details->>'platform' ORDER BY from_on DESC LIMIT 1))), '[]') AS records
        FROM hour_record r
        LEFT JOIN filing f ON f.id = r.filing_id
        WHERE r.id = ANY ($2::uuid[]) AND r.person_id = y.person_id
      ) counted
      WHERE y.id = ANY ($1::uuid[])`,
    values: [ids, recordIds],
  })
  return rows
}
