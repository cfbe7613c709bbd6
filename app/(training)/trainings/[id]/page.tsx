import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FilingPage } from '@/components/filing/filing-page'
import { FILING_ACTS, FILING_DONE } from '@/components/filing/types'
import { RosterLink } from '@/components/roster/roster-link'
import { hasAnyPermission } from '@/lib/access/scope'
import { BUREAU_REVIEWERS, TRAINING_HOLDERS } from '@/lib/access/types'
import { readFiling } from '@/lib/server/filing/read-filing'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'
import { isInGroup } from '@/lib/workflow/state-groups'
import { approve, cancel, hold, refuse, sendBack, verify, withdraw } from '../actions'

const shape = { act: enumParam(FILING_ACTS), done: enumParam(FILING_DONE) }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('filing.list'))('name') }
}

/** One training: its two agreements, what comes next, and what may be done with it by whoever looks. */
export default async function TrainingPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: SearchParameters }) {
  const actor = await pageActor(...TRAINING_HOLDERS, ...BUREAU_REVIEWERS, 'authority_reviewer')
  const [{ id }, search, at, locale, form] = await Promise.all([
    params,
    readSearch(searchParams, shape),
    now(),
    currentLocale(),
    formProps(),
  ])
  const filing = await orNotFound(readFiling(actor, pathId(id), at))
  const hasRoster = isInGroup('filing', filing.state, 'roster') && !filing.outside && hasAnyPermission(actor, 'roster_report')
  return (
    <FilingPage
      filing={filing}
      forms={{ approve, verify, return: sendBack, refuse, cancel, hold, withdraw }}
      {...search}
      form={form}
      locale={locale}
    >
      {hasRoster ? <RosterLink training={filing.id} /> : null}
    </FilingPage>
  )
}
