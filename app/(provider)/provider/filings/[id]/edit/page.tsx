import { redirect } from 'next/navigation'
import { readFilingDraft } from '@/lib/server/filing/read-filing-draft'
import { now } from '@/lib/server/runtime/clock'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'

/** Goes on where the form was left. */
export default async function EditFilingPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('provider_officer')
  const { id } = await params
  const { open } = await orNotFound(readFilingDraft(actor, pathId(id), await now()))
  redirect(`/provider/filings/${id}/edit/${open}`)
}
