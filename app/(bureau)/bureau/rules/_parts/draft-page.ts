import { notFound } from 'next/navigation'
import { type RuleSetPage, readRuleSet } from '@/lib/server/rule-draft/read-rule-set'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'

/** A draft that is being worked on, for its forms; anything else is not there. */
export async function draftPage(params: Promise<{ id: string }>): Promise<RuleSetPage> {
  const actor = await pageActor('administrator')
  const { id } = await params
  const page = await orNotFound(readRuleSet(actor, pathId(id)))
  return page.editable ? page : notFound()
}
