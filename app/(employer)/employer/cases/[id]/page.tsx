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
import { answer } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases'))('name') }
}

/** One question about a roster, with its answer. */
export default async function CasePage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: SearchParameters }) {
  const actor = await pageActor('employer_officer')
  const id = pathId((await params).id)
  const [{ done }, at, t, form, locale] = await Promise.all([
    readSearch(searchParams, { done: enumParam(['answered']) }),
    now(),
    getTranslations('cases'),
    formProps(),
    currentLocale(),
  ])
  const about = await orNotFound(readCase(actor, id, at))
  return (
    <CasePageView
      about={about}
      back="/employer/cases"
      notice={done ? <Notice tone="ok" live title={t('page.reported.answered')} /> : null}
      aside={<CaseWhatNow about={about} action={answer} form={form} />}
      locale={locale}
    />
  )
}
