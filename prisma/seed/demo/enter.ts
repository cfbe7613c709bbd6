import { invalid } from '@/lib/server/input/errors'
import { addEvidence } from '@/lib/server/record/draft/add-evidence'
import { createDraft } from '@/lib/server/record/draft/create-draft'
import { submitRecord } from '@/lib/server/record/submit-record'
import type { DemoPerson } from './city'
import type { Entry } from './contents'
import { inventedProof } from './proof'

/** Creates a draft record of the person with a proof file; returns its id. */
export async function draft(person: DemoPerson, { category, content }: Entry, now: Date): Promise<string> {
  const { id } = await createDraft(person.actor, { category, content }, { now })
  const bytes = inventedProof(`${person.login} ${category} ${id}`)
  const added = await addEvidence(person.actor, { recordId: id, fileName: '证明材料.pdf', bytes }, { now })
  if (!added.ok) throw invalid({ file: { key: added.problem } })
  return id
}

/** Creates and submits a record of the person; returns its id. */
export async function submit(person: DemoPerson, entry: Entry, now: Date): Promise<string> {
  const id = await draft(person, entry, now)
  await submitRecord(person.actor, { id }, { now })
  return id
}
