import 'server-only'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/lib/access/types'
import { FILE_PROBLEMS } from '../files/accept-evidence'
import { enumParam, readSearch, type SearchParameters } from '../input/search'
import { now } from '../runtime/clock'
import { currentLocale, formProps } from '../web/display'
import { orNotFound, pathId } from '../web/page'
import { readFiling } from './read-filing'
import { readFilingDraft } from './read-filing-draft'
import { FILING_STEPS, type FilingFieldStep, filingFieldsOf, filingStepOf } from './steps'

const shape = {
  from: enumParam(['check']),
  problem: enumParam([...FILE_PROBLEMS, 'file_lost']),
  done: enumParam(['added', 'removed']),
}

/**
 * One page of the form with all that it shows: its frame, and one of a page of fields, the files, and the answers to check. The same for
 * whoever writes a filing; their pages give it their addresses and actions.
 */
export async function readFilingForm(actor: Actor, { id, step }: { id: string; step: string }, parameters: SearchParameters) {
  const at = await now()
  const [search, form, locale] = await Promise.all([readSearch(parameters, shape), formProps(), currentLocale()])
  const draft = await orNotFound(readFilingDraft(actor, pathId(id), at))
  const known = FILING_STEPS.find((one) => one === step && draft.steps.includes(one)) ?? notFound()
  const page = { draft, step: known }
  if (known === 'file') return { page, file: { draft, form, problem: search.problem, done: search.done } }
  if (known === 'check') return { page, check: { draft, form, locale, ...(await named(actor, draft.id, at)) } }
  const fields = filingFieldsOf(known as FilingFieldStep, draft)
  return { page, fields: { draft, step: known, fields, from: search.from ?? ('form' as const), form, locale } }

  async function named(who: Actor, filingId: string, when: Date) {
    const [filing, t, terms] = await Promise.all([
      readFiling(who, filingId, when),
      getTranslations('filing.office'),
      getTranslations('terms'),
    ])
    const authority = draft.authorities.find((one) => one.id === draft.content.authorityId)
    return {
      filesInForce: filing.files,
      stepOf: (field: string) => filingStepOf(field, draft.outside),
      provider: filing.provider,
      authority: authority ? (locale === 'en' && authority.nameEn) || authority.name : null,
      bureau: t('bureau', { region: terms(`region.${filing.regionCode}`) }),
    }
  }
}
