import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Paging } from '@/components/list/paging'
import { StateTag } from '@/components/record/state-tag'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, Table } from '@/components/ui/table'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { formatDate, formatNumber } from '@/lib/i18n/format'
import { pageLinks } from '@/lib/server/input/keyset'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
import { currentLocale } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { type CertificateRow, certificatesSearch, readMyCertificates } from '@/lib/server/year/read-my-certificates'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('my'))('certificates.title') }
}

const PATH = '/my/certificates'

export default async function CertificatesPage({ searchParams }: { searchParams: SearchParameters }) {
  const [actor, search, t, locale] = await Promise.all([
    pageActor('practitioner'),
    readSearch(searchParams, certificatesSearch),
    getTranslations('my.certificates'),
    currentLocale(),
  ])
  const { rows, next } = await readMyCertificates(actor, search)
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Sheet>
        {rows.length === 0 && !search.after ? (
          <EmptyState title={t('empty')} action={<LinkButton href="/my">{t('goYear')}</LinkButton>}>
            {t('emptyLead')}
          </EmptyState>
        ) : (
          <Table<CertificateRow>
            caption={t('caption')}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                id: 'number',
                head: t('head.number'),
                cell: (row) => (
                  <>
                    <span className="tabular-nums">{row.number}</span>
                    <CellNote>
                      <TextLink href={`/verify/${row.code}`} className="inline-flex min-h-11 items-center">
                        {t('check')}
                        <span className="sr-only"> {row.number}</span>
                      </TextLink>
                    </CellNote>
                  </>
                ),
              },
              {
                id: 'year',
                head: t('head.year'),
                numeric: true,
                cell: (row) =>
                  row.kind === 'term' ? (
                    <>
                      {t('years', { from: String(row.years.from), to: String(row.years.to) })}
                      <CellNote>{t('ofTerm')}</CellNote>
                    </>
                  ) : (
                    String(row.years.to)
                  ),
              },
              {
                id: 'hours',
                head: t('head.hours'),
                cell: (row) => t('hours', { total: formatNumber(row.total, locale), professional: formatNumber(row.professional, locale) }),
              },
              { id: 'issued', head: t('head.issued'), cell: (row) => formatDate(dateInShanghai(new Date(row.issuedAt)), locale) },
              { id: 'state', head: t('head.state'), bare: true, cell: (row) => <StateTag machine="certificate" state={row.state} /> },
              {
                id: 'print',
                head: t('head.print'),
                bare: true,
                cell: (row) => (
                  <a href={`/api/files/certificate/${row.id}`} className="inline-flex min-h-11 items-center">
                    {t('pdf')}
                    <span className="sr-only"> {row.number}</span>
                  </a>
                ),
              },
            ]}
          />
        )}
        <Paging {...pageLinks(PATH, {}, search.after, next)} />
      </Sheet>
    </>
  )
}
