import 'server-only'
import { plainDate } from '@/lib/calendar/plain-date'
import { db } from '../db'
import { conflict } from '../errors'
import { recordDetails } from '../record/details'
import { day } from '../record/load-for-decision'
import type { CertificateOwner, PrintedRecord } from './certificate-content'

/** What stands on a certificate besides the figures: whose it is, who certifies, and what was counted. */
export interface IssueMaterial {
  owner: CertificateOwner
  regionCode: string
  issuer: string
  records: PrintedRecord[]
}

/** By year id; three round trips, for one year or a thousand. Throws `conflict` where a year's bureau is not fixed (any more). */
export async function readIssueMaterial(
  years: readonly { yearId: string; recordIds: readonly string[] }[],
): Promise<Map<string, IssueMaterial>> {
  const [rows, records, offices] = await Promise.all([
    db.year.findMany({
      where: { id: { in: years.map(({ yearId }) => yearId) } },
      select: {
        id: true,
        regionCode: true,
        employer: { select: { name: true } },
        person: {
          select: {
            name: true,
            idNumberMask: true,
            appointments: { orderBy: { fromOn: 'desc' }, take: 1, select: { titleSeries: true, titleName: true } },
          },
        },
      },
    }),
    readPrintedRecords(years.flatMap(({ recordIds }) => recordIds)),
    db.organization.findMany({ where: { kind: 'bureau' }, select: { regionCode: true, name: true } }),
  ])
  const bureaus = new Map(offices.map((bureau) => [bureau.regionCode, bureau.name]))
  const byRecord = new Map(records.map((record) => [record.id, record]))
  const byYear = new Map(rows.map((row) => [row.id, row]))
  return new Map(
    years.map(({ yearId, recordIds }) => {
      const row = byYear.get(yearId)
      // The request was taken back since it was looked at: its bureau is open again.
      if (!row?.regionCode) throw conflict()
      const issuer = bureaus.get(row.regionCode)
      if (!issuer) throw new Error('a year to be certified without its bureau')
      const [appointment] = row.person.appointments
      return [
        yearId,
        {
          owner: {
            name: row.person.name,
            idNumberMask: row.person.idNumberMask,
            employer: row.employer?.name ?? '',
            titleSeries: appointment?.titleSeries ?? '',
            titleName: appointment?.titleName ?? '',
          },
          regionCode: row.regionCode,
          issuer,
          records: recordIds.flatMap((id) => byRecord.get(id) ?? []),
        },
      ]
    }),
  )
}

async function readPrintedRecords(ids: readonly string[]): Promise<PrintedRecord[]> {
  const rows = await db.hourRecord.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      title: true,
      category: true,
      option: true,
      organizer: true,
      details: true,
      completedOn: true,
      filing: { select: { number: true } },
    },
  })
  const parsed = rows.map((row) => ({ ...row, details: recordDetails.parse(row.details) }))
  const codes = parsed.flatMap(({ details }) => details.platform ?? [])
  const platforms =
    codes.length > 0 ? await db.platform.findMany({ where: { code: { in: codes } }, select: { code: true, name: true } }) : []
  const names = new Map(platforms.map(({ code, name }) => [code, name]))
  return parsed.map(({ filing, details, completedOn, ...row }) => {
    const completed = day(completedOn)
    return {
      ...row,
      details,
      completedOn: completed ? plainDate(completed) : null,
      filingNumber: filing?.number ?? null,
      platformName: details.platform ? (names.get(details.platform) ?? null) : null,
    }
  })
}
