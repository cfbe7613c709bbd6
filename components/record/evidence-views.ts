import type { EvidenceItem } from './evidence-list'

const KINDS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpeg', 'image/png': 'png' } as const

/** A proof as lib/server returns it. */
export interface StoredProof {
  id: string
  fileName: string
  mediaType: string
  bytes: number
}

/** Proofs in the shape of `EvidenceList`. */
export function evidenceViews(items: readonly StoredProof[]): EvidenceItem[] {
  return items.map(({ id, fileName, mediaType, bytes }) => ({
    id,
    href: `/api/files/evidence/${id}`,
    name: fileName,
    kind: KINDS[mediaType as keyof typeof KINDS] ?? 'pdf',
    bytes,
  }))
}
