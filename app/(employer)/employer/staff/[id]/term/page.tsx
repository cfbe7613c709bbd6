import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { TermFacts } from '@/components/term/facts'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { Tabs } from '@/components/ui/tabs'
import { idParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { readTermView } from '@/lib/server/term/read-term-view'
import { currentLocale } from '@/lib/server/web/display'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'

const shape = { appointment: idParam(), end: z.coerce.number().int().min(1900).max(2999).nullable().catch(null) }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('term'))('name') }
}

/** The term of one of the unit's people, as far as the unit sees it: years, averages, the guard. */
export default async function StaffTermPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: SearchParameters }) {
  const [actor, { id }, search, t, locale, at] = await Promise.all([
    pageActor('employer_officer'),
    params,
    readSearch(searchParams, shape),
    getTranslations('term'),
    currentLocale(),
    now(),
  ])
  const view = await orNotFound(readTermView(actor, pathId(id), { ...search, assumed: [] }, at))
  const { standing, figures } = view
  return (
    <>
      <PageHead
        title={t('staff.title', { name: view.name })}
        lead={standing ? t('lead.rule') : null}
        back={{ href: '/employer/staff', text: t('staff.back') }}
      />
      {view.appointments.length > 1 ? (
        <Tabs
          label={t('appointments')}
          items={view.appointments.map((row) => ({
            href: `/employer/staff/${id}/term?appointment=${row.id}`,
            text: row.until
              ? t('appointment', { title: row.titleName, from: row.from.slice(0, 4), to: row.until.slice(0, 4) })
              : t('appointmentOpen', { title: row.titleName, from: row.from.slice(0, 4) }),
            current: row.id === view.appointment?.id,
          }))}
        />
      ) : null}
      <Sheet>
        {standing && figures ? (
          <TermFacts standing={standing} required={figures} guard={figures} left={view.yearsLeft} locale={locale} />
        ) : (
          <EmptyState title={t(view.appointment ? 'headline.uncovered' : 'headline.none')}>
            {t(view.appointment ? 'lead.uncovered' : 'lead.none')}
          </EmptyState>
        )}
      </Sheet>
    </>
  )
}
