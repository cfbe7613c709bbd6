import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { RadioList } from '@/components/forms/radio-list'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { TextField } from '@/components/forms/text-field'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { SummaryList } from '@/components/ui/summary-list'
import { formatDate, formatHours } from '@/lib/i18n/format'
import { currentActor } from '@/lib/server/account/read-session'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { CONTACT_KINDS } from '@/lib/server/objection/raise-objection'
import { findItemOnBoard } from '@/lib/server/publicity/read-board-batch'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { orNotFound } from '@/lib/server/web/page'
import { raise } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('objection.form'))('name'), robots: { index: false, follow: false } }
}

/** The objection to one line of a batch: what is not true, who says so, how to reach them. */
export default async function ObjectPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string; item: string }>
  searchParams: SearchParameters
}) {
  const [{ id, item: itemId }, search, actor, at, t, terms, locale, form] = await Promise.all([
    params,
    readSearch(searchParams, { done: enumParam(['sent']) }),
    currentActor(),
    now(),
    getTranslations('objection.form'),
    getTranslations('terms'),
    currentLocale(),
    formProps(),
  ])
  const item = await orNotFound(findItemOnBoard(actor, itemId, at))
  if (item.batchId !== id) notFound()
  return (
    <div className="max-w-form">
      <PageHead title={t('title')} lead={item.unit} back={{ href: `/board/${id}`, text: t('back') }} />
      {search.done ? (
        <Notice tone="warn" live title={t('sentTitle')}>
          <p>{t('sent')}</p>
        </Notice>
      ) : null}
      <Sheet>
        <SummaryList
          items={[
            { id: 'position', term: t('position'), value: item.position },
            { id: 'person', term: t('person'), value: [item.maskedName, item.department].filter(Boolean).join(' · ') },
            { id: 'record', term: t('record'), value: `${item.title} · ${terms(`category.${item.category}`)}` },
            { id: 'hours', term: t('hours'), value: formatHours(item.hours, locale) },
            { id: 'until', term: t('until'), value: formatDate(item.endsOn, locale) },
          ]}
        />
      </Sheet>
      {search.done ? null : (
        <div className="mt-6">
          <Form {...form} action={raise}>
            <HiddenField name="item" value={itemId} />
            <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={1000} rows={5} />
            <TextField name="name" label={t('objector')} hint={t('objectorHint')} width="medium" maxLength={40} autoComplete="name" />
            <RadioList
              name="contactKind"
              label={t('contactKind')}
              options={CONTACT_KINDS.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
            />
            <TextField name="contact" label={t('contact')} hint={t('contactHint')} maxLength={254} />
            <ConfirmPanel title={t('what')} consequences={(t.raw('consequences') as string[]).slice()}>
              <SubmitButton>{t('submit')}</SubmitButton>
            </ConfirmPanel>
          </Form>
        </div>
      )}
    </div>
  )
}
