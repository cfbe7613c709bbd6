import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CasePageView } from '@/components/case/case-page'
import { CaseWhatNow } from '@/components/case/what-now'
import { Notice } from '@/components/ui/notice'
import { BUREAU_REVIEWERS, isOneOf, TRAINING_HOLDERS } from '@/lib/access/types'
import { readCase } from '@/lib/server/case/read-case'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'
import { countsHours } from '@/lib/workflow/state-groups'
import { answer } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases'))('name') }
}

/** One question with its answer: a holder answers of its rosters, the bureau of what is registered, and in a holder's place where it keeps silent. */
export default async function CasePage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: SearchParameters }) {
  const actor = await pageActor(...TRAINING_HOLDERS, ...BUREAU_REVIEWERS)
  const id = pathId((await params).id)
  const [{ done }, at, t, form, locale] = await Promise.all([
    readSearch(searchParams, { done: enumParam(['answered']) }),
    now(),
    getTranslations('cases'),
    formProps(),
    currentLocale(),
  ])
  const about = await orNotFound(readCase(actor, id, at))
  // Only the bureau has the record's page, and corrects there what was registered.
  const record = isOneOf(BUREAU_REVIEWERS, actor.role) ? about.record : null
  const recordHref = record && `/bureau/records/${record.id}`
  return (
    <CasePageView
      about={about}
      back="/cases"
      recordHref={recordHref}
      notice={
        done ? (
          <Notice tone="ok" live title={t('page.reported.answered')} />
        ) : about.due && about.due.days < 0 ? (
          <Notice tone="warn" title={t('page.overdue')} />
        ) : null
      }
      aside={
        <CaseWhatNow
          about={about}
          action={answer}
          form={form}
          correctHref={record && countsHours(record.state) ? `${recordHref}/correct` : null}
        />
      }
      locale={locale}
    />
  )
}
