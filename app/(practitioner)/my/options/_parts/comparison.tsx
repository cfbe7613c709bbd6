import { getTranslations } from 'next-intl/server'
import { StatusTag } from '@/components/record/status-tag'
import { TextLink } from '@/components/ui/link'
import { CellNote, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { YearBars } from '@/components/year/bars'
import { formatNumber } from '@/lib/i18n/format'
import { currentLocale } from '@/lib/server/web/display'
import { type MyOptions, shortOf, type YearOption } from '@/lib/server/year/read-my-options'

/** The year's achievements side by side, each with the year it would make. */
export async function Comparison({ options, required }: MyOptions) {
  const [t, terms, locale] = await Promise.all([getTranslations('my.options'), getTranslations('terms'), currentLocale()])
  return (
    <Table<YearOption>
      caption={t('compare')}
      rows={options}
      rowKey={({ recordId }) => recordId}
      highlighted={({ selected }) => selected}
      columns={[
        {
          id: 'title',
          head: t('head.title'),
          cell: ({ recordId, title, category, option, recommended, selected, line }) => (
            <>
              <TextLink href={`/my/records/${recordId}`}>{title}</TextLink>
              <CellNote>
                {[terms(`category.${category}`), option ? terms(`option.${category}.${option}`) : null].filter(Boolean).join(' · ')}
              </CellNote>
              <span className="flex flex-wrap gap-1.5">
                {recommended ? <Tag tone="ok">{t('highest')}</Tag> : null}
                {selected ? <Tag tone="wait">{t('current')}</Tag> : null}
                {line ? <StatusTag status={line.status} /> : null}
              </span>
            </>
          ),
        },
        { id: 'hours', head: t('head.hours'), numeric: true, cell: ({ hours }) => formatNumber(hours, locale) },
        {
          id: 'year',
          head: t('head.year'),
          bare: true,
          cell: ({ totals }) => (
            <YearBars
              small
              locale={locale}
              hours={{ professional: totals.professional, public: totals.public, waiting: { professional: 0, public: 0 }, required }}
            />
          ),
        },
        {
          id: 'met',
          head: t('head.met'),
          cell: (one) => (one.met ? t('met') : t('short', { hours: formatNumber(shortOf(one, required), locale) })),
        },
      ]}
    />
  )
}
