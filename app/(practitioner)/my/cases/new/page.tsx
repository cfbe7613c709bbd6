import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { TextField } from '@/components/forms/text-field'
import { LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { SummaryList } from '@/components/ui/summary-list'
import { formatDate, formatDateRange } from '@/lib/i18n/format'
import { type MissingForm, readMissing } from '@/lib/server/case/read-missing'
import { idParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import { raise } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases'))('raise.name') }
}

/** "I attended, but I am not on the roster", of a training in the register. */
export default async function RaisePage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('practitioner')
  const [{ filing }, at, t, locale] = await Promise.all([
    readSearch(searchParams, { filing: idParam() }),
    now(),
    getTranslations('cases'),
    currentLocale(),
  ])
  const missing = filing ? await orNotFound(readMissing(actor, filing, at)) : null
  return (
    <div className="max-w-form">
      <PageHead title={t('raise.title')} lead={t('raise.lead')} back={{ href: '/my/cases', text: t('page.back') }} />
      <Sheet>
        {missing ? (
          <>
            <SummaryList
              items={[
                {
                  id: 'training',
                  term: t('raise.training'),
                  value: [
                    missing.training.title,
                    missing.training.number,
                    formatDateRange(missing.training.startsOn, missing.training.endsOn, locale),
                  ]
                    .filter(Boolean)
                    .join(' · '),
                },
              ]}
            />
            <div className="mt-6">{await Now({ missing })}</div>
          </>
        ) : (
          <EmptyState title={t('list.empty')} action={<LinkButton href="/register?time=past">{t('list.goRegister')}</LinkButton>}>
            {t('list.emptyMine')}
          </EmptyState>
        )}
      </Sheet>
    </div>
  )
}

/** The form, or why there is nothing to ask. */
async function Now({ missing }: { missing: MissingForm }): Promise<ReactNode> {
  const [t, form, locale] = await Promise.all([getTranslations('cases'), formProps(), currentLocale()])
  const { training, isOver, record, openCase } = missing
  if (record)
    return (
      <Notice title={t('raise.stands')}>
        <LinkButton kind="secondary" href={`/my/records/${record}`} className="mt-2">
          {t('raise.open')}
        </LinkButton>
      </Notice>
    )
  if (openCase)
    return (
      <Notice title={t('raise.waiting')}>
        <LinkButton kind="secondary" href={`/my/cases/${openCase}`} className="mt-2">
          {t('raise.see')}
        </LinkButton>
      </Notice>
    )
  if (!isOver) return <Notice tone="warn" title={t('raise.notOver', { on: formatDate(training.endsOn, locale) })} />
  return (
    <Form action={raise} {...form}>
      <HiddenField name="filing" value={training.id} />
      <TextArea name="reason" label={t('raise.reason')} hint={t('raise.reasonHint')} maxLength={1000} rows={4} />
      <TextField
        name="days"
        label={t('raise.days')}
        hint={t('answerForm.daysHint', { most: training.days })}
        width="short"
        inputMode="decimal"
        autoComplete="off"
        optional
      />
      <ConfirmPanel
        title={t('raise.confirm')}
        consequences={(t.raw('raise.what') as string[]).map((_, place) =>
          t(`raise.what.${place}` as 'raise.confirm', { provider: training.provider || t('page.theBureau') }),
        )}
      >
        <SubmitButton>{t('raise.submit')}</SubmitButton>
      </ConfirmPanel>
    </Form>
  )
}
