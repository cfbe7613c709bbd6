import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { formatNumber } from '@/lib/i18n/format'
import { uuid } from '@/lib/server/database/ids'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { AUTOMATIC } from '@/lib/server/year/choose-option'
import { readMyOptions } from '@/lib/server/year/read-my-options'
import { Alternatives } from './_parts/alternatives'
import { Chooser } from './_parts/chooser'
import { Comparison } from './_parts/comparison'

const search = {
  year: z.coerce.number().int().min(1900).max(2999).nullable().catch(null),
  done: enumParam(['chosen']),
  /** The option being confirmed. */
  choose: z
    .union([z.literal(AUTOMATIC), uuid()])
    .nullable()
    .catch(null),
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('my'))('options.tab') }
}

/** The year's achievements side by side, with the year each would make; one act chooses, until the year is requested. */
export default async function OptionsPage({ searchParams }: { searchParams: SearchParameters }) {
  const [actor, asked, t, locale] = await Promise.all([
    pageActor('practitioner'),
    readSearch(searchParams, search),
    getTranslations('my.options'),
    currentLocale(),
  ])
  const mine = await readMyOptions(actor, asked.year)
  const { year, options, locked, readings } = mine
  const named = { year: String(year) }
  return (
    <>
      <PageHead title={t('title', named)} lead={t('lead')} back={{ href: `/my?year=${year}`, text: t('back') }} />
      {asked.done ? <Notice tone="ok" live title={t('done.chosen')} /> : null}
      <Sheet>
        {options.length === 0 ? (
          <EmptyState title={t('empty', named)} action={<LinkButton href={`/my?year=${year}`}>{t('back')}</LinkButton>}>
            {t('emptyLead')}
          </EmptyState>
        ) : (
          <>
            {locked ? <Notice title={t('locked')} /> : null}
            {!locked && options.length === 1 ? <p className="mb-4">{t('one', named)}</p> : null}
            {!locked && options.length > 1 ? <Chooser mine={mine} picked={asked.choose} /> : null}
            <Section title={t('compare')}>
              <Comparison {...mine} />
            </Section>
            <Alternatives {...mine} />
            {readings.length > 0 ? (
              <Section title={t('readings.title')}>
                <p className="mb-2 text-muted">{t('readings.lead')}</p>
                <ul className="list-disc space-y-1 pl-5">
                  {readings.map(({ setting, totals, met }) => (
                    <li key={setting}>
                      {t(`readings.${setting}`, {
                        professional: formatNumber(totals.professional, locale),
                        total: formatNumber(totals.total, locale),
                        outcome: t(met ? 'readings.met' : 'readings.notMet'),
                      })}
                    </li>
                  ))}
                </ul>
              </Section>
            ) : null}
          </>
        )}
      </Sheet>
    </>
  )
}
