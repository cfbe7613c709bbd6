import 'server-only'
import type { Actor } from '@/lib/access/types'
import type { YearResult } from '@/lib/rules/types'
import { certificateContent, countedLines, type PrintedRecord } from './certificate-content'
import { type CertificatePlan, type CertificateToMake, planCertificates } from './plan-certificates'
import { type IssueMaterial, readIssueMaterial } from './read-issue-material'

/** The lines on provisional figures that the certifier confirmed, each by name, and why. */
export interface ConfirmedLines {
  lines: readonly { recordId: string; clause: string; status: string }[]
  reason: string
}

export interface Issue {
  yearId: string
  personId: string
  year: number
  result: YearResult
  confirmed: ConfirmedLines | null
  /** Records as a correction in the same commit leaves them: columns by name, by record. */
  corrected?: ReadonlyMap<string, Readonly<Record<string, unknown>>>
}

/** The certificate of a year that is being certified, as a part of what is being committed (M17). Its id is that of the only transition. */
export async function planIssue(actor: Actor, issue: Issue, now: Date): Promise<CertificatePlan> {
  return planIssues(actor, [issue], now)
}

/** As `planIssue`, for many years in as few round trips. */
export async function planIssues(actor: Actor, issues: readonly Issue[], now: Date): Promise<CertificatePlan> {
  const materials = await readIssueMaterial(
    issues.map(({ yearId, result }) => ({ yearId, recordIds: countedLines(result).map((line) => line.id) })),
  )
  const wanted = issues.map((issue): CertificateToMake => {
    const { owner, regionCode, issuer, records } = withCorrections(found(materials, issue.yearId), issue)
    const { yearId, personId, year, result, confirmed } = issue
    return {
      of: { kind: 'year', id: yearId },
      personId,
      personName: owner.name,
      years: { from: year, to: year },
      hours: result.totals,
      regionCode,
      issuer,
      content: (frame) => certificateContent(year, result, records, owner, { ...frame, confirmedBecause: confirmed?.reason ?? null }),
    }
  })
  return planCertificates(actor, actor.role, wanted, now)
}

function found(materials: ReadonlyMap<string, IssueMaterial>, yearId: string): IssueMaterial {
  const material = materials.get(yearId)
  if (!material) throw new Error('a certificate without its year')
  return material
}

const PRINTED = { title: 'title', option: 'option', organizer: 'organizer', completed_on: 'completedOn', details: 'details' } as const

function withCorrections(material: IssueMaterial, { corrected }: Issue): IssueMaterial {
  if (!corrected) return material
  const records = material.records.map((record): PrintedRecord => {
    const columns = corrected.get(record.id) ?? {}
    const changes = Object.entries(PRINTED).flatMap(([column, key]) => (column in columns ? [[key, columns[column]]] : []))
    return { ...record, ...Object.fromEntries(changes) }
  })
  return { ...material, records }
}
