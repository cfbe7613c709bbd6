import type { Status } from '@/lib/rules/types'

export const DOCUMENTS = ['notice', 'measures', 'national'] as const
export type Document = (typeof DOCUMENTS)[number]

/** A clause the software acts on. */
export interface Clause {
  id: string
  document: Document
  /** Where it stands; a lost number says so. */
  citation: string
  certainty: Status
  /** The original words, only where they are legible. */
  text: string | null
  /** How the software reads it, in plain words. */
  reading: { 'zh-CN': string; en: string }
}
