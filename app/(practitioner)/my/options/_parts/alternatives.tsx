import { getTranslations } from 'next-intl/server'
import { StatusTag } from '@/components/record/status-tag'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/page-parts'
import { Table } from '@/components/ui/table'
import { formatNumber } from '@/lib/i18n/format'
import { currentLocale } from '@/lib/server/web/display'
import type { MyOptions } from '@/lib/server/year/read-my-options'

/** As what else each achievement could count, were there proof of it. */
export async function Alternatives({ options, required }: MyOptions) {
  const several = options.filter(({ alternatives }) => alternatives.length > 0)
  if (several.length === 0) return null
  const [t, terms, locale] = await Promise.all([getTranslations('my.options'), getTranslations('terms'), currentLocale()])
  return (
    <Section title={t('alternatives.title')}>
      <p className="mb-3 text-muted">{t('alternatives.lead')}</p>
      {several.map(({ recordId, title, alternatives }) => (
        <Disclosure key={recordId} summary={t('alternatives.of', { title })}>
          <Table
            caption={t('alternatives.of', { title })}
            rows={alternatives}
            rowKey={({ category, option }) => `${category} ${option}`}
            columns={[
              {
                id: 'as',
                head: t('alternatives.as'),
                cell: ({ category, option, line }) => (
                  <>
                    {[terms(`category.${category}`), option ? terms(`option.${category}.${option}`) : null].filter(Boolean).join(' · ')}{' '}
                    <StatusTag status={line.status} />
                  </>
                ),
              },
              { id: 'hours', head: t('head.hours'), numeric: true, cell: ({ line }) => formatNumber(line.hours, locale) },
              {
                id: 'total',
                head: t('head.total'),
                numeric: true,
                cell: ({ totals }) => `${formatNumber(totals.total, locale)} / ${formatNumber(required.total, locale)}`,
              },
              { id: 'met', head: t('head.met'), cell: ({ met }) => t(met ? 'met' : 'notMet') },
            ]}
          />
        </Disclosure>
      ))}
    </Section>
  )
}
