import { redirect } from 'next/navigation'
import { orNotFound, pageActor } from '@/lib/server/page'
import { readDraft } from '@/lib/server/record/read-draft'

/** Goes on where the draft was left. */
export default async function EditPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }] = await Promise.all([pageActor('practitioner'), params])
  const draft = await orNotFound(readDraft(actor, id))
  redirect(`/my/records/${draft.id}/edit/${draft.firstOpen}`)
}
