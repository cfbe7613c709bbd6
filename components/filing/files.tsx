import type { EvidenceItem } from '@/components/record/evidence-list'
import type { FileView } from './types'

const KINDS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpeg', 'image/png': 'png' } as const

/** A filing's files in the shape of `EvidenceList`. */
export function filingFiles(files: readonly FileView[]): EvidenceItem[] {
  return files.map(({ id, fileName, mediaType, bytes }) => ({
    id,
    href: `/api/files/filing/${id}`,
    name: fileName,
    kind: KINDS[mediaType as keyof typeof KINDS] ?? 'pdf',
    bytes,
  }))
}
