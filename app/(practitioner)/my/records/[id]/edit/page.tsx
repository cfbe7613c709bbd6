import { redirect } from 'next/navigation'
import { readDraft } from '@/lib/server/record/draft/read-draft'
import { rosterCreatedIds } from '@/lib/server/record/read-roster-made'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import { isInGroup } from '@/lib/workflow/state-groups'

/** Goes on where the draft was left; what a roster says is answered, not written. */
export default async function EditPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }] = await Promise.all([pageActor('practitioner'), params])
  const draft = await orNotFound(readDraft(actor, id))
  if (isInGroup('record', draft.state, 'draft') && (await rosterCreatedIds([id])).has(id)) redirect(`/my/records/${id}/accept`)
  redirect(`/my/records/${draft.id}/edit/${draft.firstOpen}`)
}
