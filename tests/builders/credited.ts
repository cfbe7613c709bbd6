import type { Actor } from '@/lib/access/types'
import type { Category } from '@/lib/rules/types'
import { db } from '@/lib/server/database/db'
import { newId } from '@/lib/server/database/ids'
import type { ContentChange } from '@/lib/server/record/content'
import { createDraft } from '@/lib/server/record/draft/create-draft'
import { verifyRecords } from '@/lib/server/record/review/decide-records'
import { submitRecord } from '@/lib/server/record/submit-record'
import { type MadePerson, noon } from './city'

let files = 0

/** A file that proves something; `sha` makes two records hand in the same one. */
export async function makeEvidence(recordId: string, person: MadePerson, sha?: number): Promise<void> {
  files += 1
  const sha256 = new Uint8Array(32)
  new DataView(sha256.buffer).setUint32(0, sha ?? 1_000_000 + files)
  await db.evidence.create({
    data: {
      id: newId(),
      personId: person.personId,
      recordId,
      storageKey: newId(),
      fileName: '证明.pdf',
      mediaType: 'application/pdf',
      bytes: 1000,
      sha256,
      uploadedBy: person.accountId,
      uploadedAt: noon('2025-11-01'),
    },
  })
}

/** A record handed in by its person on the day, through the use cases: the path follows from their employment. */
export async function makeHandedIn(
  person: MadePerson,
  category: Category,
  content: ContentChange,
  { on = '2025-11-05', sha, by }: { on?: string; sha?: number; by?: Actor } = {},
): Promise<string> {
  const at = { now: noon(on) }
  const words = { title: '注册会计师全国统一考试', assessment: '合格', organizer: '省考试院' }
  const whole = { category, content: { ...words, ...content }, ...(by ? { personId: person.personId } : {}) }
  const { id } = await createDraft(by ?? person.actor, whole, at)
  await makeEvidence(id, person, sha)
  await submitRecord(by ?? person.actor, { id }, at)
  return id
}

/** A year's worth in one record (90 hours, legible): an exam passed. */
export const EXAM: ContentChange = { completedOn: '2025-09-01', details: { number: 'CPA-2025-0001' } }
/** 40 hours on a provisional figure. */
export const CORE_PAPER: ContentChange = { completedOn: '2025-06-01', option: 'core', details: { author: 'first' } }
/** Hours certified elsewhere: as many as one likes, legible. */
export function elsewhere(hours: number, subject: 'public' | 'professional' = 'professional'): ContentChange {
  return { title: '外省继续教育学时', completedOn: '2025-05-01', subject, details: { hours, certificate: '苏继教 2025-17' } }
}

/** A record that a bureau has verified: registered, in the ledger. */
export async function makeRegistered(
  person: MadePerson,
  reviewer: Actor,
  category: Category,
  content: ContentChange,
  { on = '2025-11-05', verifiedOn = '2025-11-06' } = {},
): Promise<string> {
  const id = await makeHandedIn(person, category, content, { on })
  await verifyRecords(reviewer, { record: [id] }, { now: noon(verifiedOn) })
  return id
}
