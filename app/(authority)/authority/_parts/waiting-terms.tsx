import { getTranslations } from 'next-intl/server'
import { TextLink } from '@/components/ui/link'
import { Section } from '@/components/ui/page-parts'
import { CellNote, Table } from '@/components/ui/table'
import { formatInstant, formatNumber } from '@/lib/i18n/format'
import type { TermQueueRow } from '@/lib/server/term/read-term-queue'
import { currentLocale } from '@/lib/server/web/display'

/** The terms that wait for this authority, under the years. */
export async function WaitingTerms({ rows }: { rows: readonly TermQueueRow[] }) {
  const [t, locale] = await Promise.all([getTranslations('term.bureau'), currentLocale()])
  if (rows.length === 0) return null
  return (
    <Section title={t('terms')}>
      <Table<TermQueueRow>
        caption={t('caption')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'person',
            head: t('person'),
            cell: (row) => (
              <>
                <TextLink href={`/authority/terms/${row.id}`}>
                  <b>{row.personName}</b>
                </TextLink>
                <CellNote>{row.employer}</CellNote>
              </>
            ),
          },
          { id: 'span', head: t('span'), cell: (row) => `${row.years.from}–${row.years.to}` },
          {
            id: 'average',
            head: t('average'),
            numeric: true,
            cell: (row) => `${formatNumber(row.average.total, locale)} / ${formatNumber(row.average.professional, locale)}`,
          },
          { id: 'requested', head: t('requested'), cell: (row) => formatInstant(row.requestedAt, locale) },
        ]}
      />
    </Section>
  )
}
