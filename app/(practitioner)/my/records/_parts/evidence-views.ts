import type { EvidenceItem as EvidenceView } from '@/components/record/evidence-list'
import type { EvidenceItem } from '@/lib/server/record/read-record'

const KINDS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpeg', 'image/png': 'png' } as const

/** Proofs as the list shows them. */
export function evidenceViews(items: readonly EvidenceItem[]): EvidenceView[] {
  return items.map(({ id, fileName, mediaType, bytes }) => ({
    id,
    href: `/api/files/evidence/${id}`,
    name: fileName,
    kind: KINDS[mediaType as keyof typeof KINDS] ?? 'pdf',
    bytes,
  }))
}
