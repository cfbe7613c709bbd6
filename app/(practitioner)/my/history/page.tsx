import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { StateTag } from '@/components/record/state-tag'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, Table } from '@/components/ui/table'
import { formatNumber } from '@/lib/i18n/format'
import { type HistoricRow, readMyHistory } from '@/lib/server/historic/read-my-history'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { HoursFields } from './_parts/hours-fields'
import { enter } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('historic.mine'))('title') }
}

/** The years before this portal, on stamped paper: what was entered, and one more. */
export default async function HistoryPage() {
  const [actor, t, form, locale] = await Promise.all([
    pageActor('practitioner'),
    getTranslations('historic.mine'),
    formProps(),
    currentLocale(),
  ])
  const { rows, firstYear } = await readMyHistory(actor)
  const number = (value: number) => formatNumber(value, locale)
  return (
    <>
      <PageHead title={t('title')} lead={t('lead', { year: String(firstYear) })} back={{ href: '/my/term', text: t('termBack') }} />
      <Sheet>
        {rows.length === 0 ? (
          <EmptyState title={t('empty')}>{t('emptyLead')}</EmptyState>
        ) : (
          <Table<HistoricRow>
            caption={t('caption')}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'year',
                head: t('year'),
                cell: (row) => (
                  <TextLink href={`/my/history/${row.id}`} className="-my-2.5 inline-flex min-h-11 items-center">
                    <b>{row.year}</b>
                  </TextLink>
                ),
              },
              { id: 'professional', head: t('professional'), numeric: true, cell: (row) => number(row.professional) },
              {
                id: 'public',
                head: t('public'),
                numeric: true,
                cell: (row) => number(Math.round((row.total - row.professional) * 10) / 10),
              },
              { id: 'total', head: t('total'), numeric: true, cell: (row) => number(row.total) },
              {
                id: 'state',
                head: t('state'),
                bare: true,
                cell: (row) => (
                  <>
                    <StateTag machine="historic" state={row.state} />
                    {row.outsideTerms ? <CellNote>{t('outsideTerms')}</CellNote> : null}
                  </>
                ),
              },
            ]}
          />
        )}
        <Section title={t('add')}>
          <Form action={enter} {...form}>
            <TextField
              name="year"
              label={t('yearLabel')}
              hint={t('yearHint', { first: String(firstYear) })}
              inputMode="numeric"
              width="short"
              maxLength={4}
            />
            <HoursFields />
            <SubmitButton>{t('save')}</SubmitButton>
          </Form>
        </Section>
      </Sheet>
    </>
  )
}
