import { redirect } from 'next/navigation'
import { BUREAU_REVIEWERS, TRAINING_HOLDERS } from '@/lib/access/types'
import { readFilingDraft } from '@/lib/server/filing/read-filing-draft'
import { now } from '@/lib/server/runtime/clock'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'

/** Goes on where the form was left. */
export default async function EditTrainingPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor(...TRAINING_HOLDERS, ...BUREAU_REVIEWERS)
  const { id } = await params
  const { open } = await orNotFound(readFilingDraft(actor, pathId(id), await now()))
  redirect(`/trainings/${id}/edit/${open}`)
}
