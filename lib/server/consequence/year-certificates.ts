import 'server-only'
import { certificateContent, countedLines, type PrintedRecord } from '../certificate/certificate-content'
import { type IssueMaterial, readIssueMaterial } from '../certificate/read-issue-material'
import type { YearCertificateRequest } from '../certificate/types'
import type { Act } from '../transition/act'
import { type CertificateToIssue, type IssueStep, issueSteps } from './issue-certificates'

/** The certificates of credit years (M17), in the order of the requests; few round trips for one or for many. */
export async function yearIssueSteps(act: Act, requests: readonly YearCertificateRequest[]): Promise<IssueStep[]> {
  const materials = await readIssueMaterial(
    requests.map(({ yearId, result }) => ({ yearId, recordIds: countedLines(result).map((line) => line.id) })),
  )
  const wanted = requests.map((request): CertificateToIssue => {
    const { owner, regionCode, issuer, records } = withCorrections(materialOf(materials, request.yearId), request)
    const { yearId, personId, year, result, confirmed } = request
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
  return issueSteps(act, act.actor.role, wanted)
}

function materialOf(materials: ReadonlyMap<string, IssueMaterial>, yearId: string): IssueMaterial {
  const material = materials.get(yearId)
  if (!material) throw new Error('a certificate without its year')
  return material
}

const PRINTED = { title: 'title', option: 'option', organizer: 'organizer', completed_on: 'completedOn', details: 'details' } as const

function withCorrections(material: IssueMaterial, { corrected }: YearCertificateRequest): IssueMaterial {
  if (!corrected) return material
  const records = material.records.map((record): PrintedRecord => {
    const columns = corrected.get(record.id) ?? {}
    const changes = Object.entries(PRINTED).flatMap(([column, key]) => (column in columns ? [[key, columns[column]]] : []))
    return { ...record, ...Object.fromEntries(changes) }
  })
  return { ...material, records }
}
