import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CasePageView } from '@/components/case/case-page'
import { CaseWhatNow } from '@/components/case/what-now'
import { Notice } from '@/components/ui/notice'
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

/** One question for the bureau: it answers what is registered, and in a provider's place where that keeps silent. */
export default async function CasePage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: SearchParameters }) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const id = pathId((await params).id)
  const [{ done }, at, t, form, locale] = await Promise.all([
    readSearch(searchParams, { done: enumParam(['answered']) }),
    now(),
    getTranslations('cases'),
    formProps(),
    currentLocale(),
  ])
  const about = await orNotFound(readCase(actor, id, at))
  const record = about.record ? `/bureau/records/${about.record.id}` : null
  const correctable = about.record !== null && countsHours(about.record.state)
  return (
    <CasePageView
      about={about}
      back="/bureau/cases"
      recordHref={record}
      notice={
        done ? (
          <Notice tone="ok" live title={t('page.reported.answered')} />
        ) : about.due && about.due.days < 0 ? (
          <Notice tone="warn" title={t('page.overdue')} />
        ) : null
      }
      aside={<CaseWhatNow about={about} action={answer} form={form} correctHref={correctable ? `${record}/correct` : null} />}
      locale={locale}
    />
  )
}
