import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { NextStep } from '@/components/ui/page-parts'
import { formatDate } from '@/lib/i18n/format'
import type { BatchPage } from '@/lib/server/publicity/read-batch'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { isInGroup } from '@/lib/workflow/state-groups'
import { confirm } from '../../actions'

/** Until when the period runs, or the confirmation once it is over; then what else may be done with the batch. */
export async function WhatNow({ batch }: { batch: BatchPage }) {
  const t = await getTranslations('publicity.batch')
  const path = `/employer/batches/${batch.id}`
  return (
    <div className="space-y-5">
      {batch.actions.includes('confirm') ? <Confirmation batch={batch} /> : <Standing batch={batch} />}
      <div className="flex flex-wrap gap-3">
        <LinkButton kind="secondary" href={`${path}/notice`}>
          {t('notice')}
        </LinkButton>
        <a href={`/api/files/notice/${batch.id}`} className="inline-flex min-h-11 items-center">
          {t('noticePdf')}
        </a>
        {batch.actions.includes('cancel') ? (
          <LinkButton kind="danger" href={`${path}/cancel`}>
            {t('cancel')}
          </LinkButton>
        ) : null}
      </div>
    </div>
  )
}

async function Standing({ batch }: { batch: BatchPage }) {
  const [t, locale] = await Promise.all([getTranslations('publicity.batch'), currentLocale()])
  const day = (date: string) => formatDate(date, locale)
  if (batch.notYet.some(({ code }) => code === 'period_runs')) {
    return (
      <NextStep>
        <p className="font-semibold text-lg">{t('running', { date: day(batch.endsOn) })}</p>
        <p className="mt-1 text-muted">{t('runningHint', { from: day(batch.confirmFrom) })}</p>
      </NextStep>
    )
  }
  if (isInGroup('batch', batch.state, 'confirmed'))
    return <NextStep>{batch.left + batch.ready > 0 ? t('closedLeft', { count: batch.left + batch.ready }) : t('closed')}</NextStep>
  if (isInGroup('batch', batch.state, 'done')) return <NextStep>{t('cancelled')}</NextStep>
  return <NextStep>{t('byBureau')}</NextStep>
}

async function Confirmation({ batch }: { batch: BatchPage }) {
  const [t, form] = await Promise.all([getTranslations('publicity.batch'), formProps()])
  const { ready, left } = batch
  const words = ready > 0 ? 'confirmConsequences' : 'confirmNoneConsequences'
  const consequences = [
    ...(t.raw(words) as string[]).map((_, place) => t(`${words}.${place}`, { count: ready })),
    ...(left > 0 ? [t('confirmLeft', { count: left })] : []),
  ]
  return (
    <>
      <p className="font-semibold text-lg">{t(ready > 0 ? 'ended' : 'endedNone')}</p>
      <ConfirmPanel title={ready > 0 ? t('confirmTitle', { count: ready }) : t('confirmEnd')} consequences={consequences}>
        <Form {...form} action={confirm}>
          <HiddenField name="batch" value={batch.id} />
          <SubmitButton>{t(ready > 0 ? 'confirmSubmit' : 'confirmEnd')}</SubmitButton>
        </Form>
      </ConfirmPanel>
    </>
  )
}
