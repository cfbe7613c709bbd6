import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { Disclosure } from '@/components/ui/disclosure'
import { NextStep } from '@/components/ui/page-parts'
import { formatDate, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { formProps } from '@/lib/server/web/display'
import type { MyYear } from '@/lib/server/year/read-my-year'
import { reopenYear, requestYear, withdrawRequest } from '../actions'
import { officeNames } from '../records/_parts/office-name'

/** The one thing that matters now, with its one button. */
export async function NextStepPart({ year, locale }: { year: MyYear; locale: Locale }) {
  const [t, form, names, record, routes, roster] = await Promise.all([
    getTranslations('my.year.next'),
    formProps(),
    officeNames(),
    getTranslations('record'),
    getTranslations('certification.route'),
    getTranslations('roster.accept'),
  ])
  const { next } = year
  const fields = (
    <>
      <HiddenField name="year" value={String(year.year)} />
      <HiddenField name="version" value={String(year.version ?? 1)} />
    </>
  )
  const titled = (title: string) => title || record('list.draft')
  switch (next.kind) {
    case 'certificate':
      return <NextStep action={<LinkButton href="/my/certificates">{t('certificate')}</LinkButton>}>{t('certificateLead')}</NextStep>
    case 'certifying': {
      const office = names.bureau(next.regionCode)
      return (
        <NextStep
          action={
            <Disclosure summary={t('withdraw')}>
              <ConfirmPanel title={t('withdrawTitle')} consequences={[t('withdrawWhat')]}>
                <Form action={withdrawRequest} {...form}>
                  {fields}
                  <SubmitButton kind="danger">{t('withdrawDo')}</SubmitButton>
                </Form>
              </ConfirmPanel>
            </Disclosure>
          }
        >
          <p className="font-semibold">{t('certifying')}</p>
          <p>{next.authorityName ? t('certifyingAuthority', { authority: next.authorityName, office }) : t('certifyingBy', { office })}</p>
          {year.routeClause && routes.has(routeKey(year.routeClause)) ? (
            <p className="text-muted text-sm">
              {t('clause')}
              {routes(routeKey(year.routeClause))}
            </p>
          ) : null}
        </NextStep>
      )
    }
    case 'request':
      return (
        <NextStep
          action={
            <Form action={requestYear} {...form}>
              {fields}
              <SubmitButton>{t('request')}</SubmitButton>
            </Form>
          }
        >
          <p>{t('requestLead')}</p>
          {year.result.choice.options.length > 1 ? <p className="text-muted text-sm">{t('requestLock')}</p> : null}
        </NextStep>
      )
    case 'reopen':
      return (
        <NextStep
          action={
            <Form action={reopenYear} {...form}>
              {fields}
              <SubmitButton>{t('reopen')}</SubmitButton>
            </Form>
          }
        >
          {t('reopenLead')}
        </NextStep>
      )
    case 'correct':
      return (
        <NextStep action={<LinkButton href={`/my/records/${next.recordId}`}>{t('correct')}</LinkButton>}>
          {t('correctLead', { title: titled(next.title) })}
        </NextStep>
      )
    case 'answer':
      return (
        <NextStep action={<LinkButton href={`/my/records/${next.recordId}/accept`}>{roster('answer')}</LinkButton>}>
          {roster('nextLead', { title: next.title })}
        </NextStep>
      )
    case 'draft':
      return (
        <NextStep action={<LinkButton href={`/my/records/${next.recordId}/edit`}>{t('draft')}</LinkButton>}>
          {t('draftLead', { title: titled(next.title) })}
        </NextStep>
      )
    case 'wait':
      return <NextStep action={log()}>{waitWords()}</NextStep>
    default:
      return <NextStep action={log()}>{t('logLead')}</NextStep>
  }

  function log(): ReactNode {
    return <LinkButton href="/my/records/new">{t('log')}</LinkButton>
  }

  function waitWords(): ReactNode {
    if (next.kind !== 'wait') return null
    const shown = {
      title: next.title,
      hours: formatNumber(next.hours, locale),
      date: next.until ? formatDate(next.until, locale, 'short') : '',
    }
    const shownPublicly = next.waitsFor === 'public'
    const late = next.until !== null && next.until < year.today
    const sentence = next.until === null ? 'waitOpen' : shownPublicly ? 'waitPublic' : late ? 'waitLate' : 'waitUntil'
    return (
      <p>
        <b>{t(shownPublicly ? 'wait' : 'waitOther')}</b> {t(sentence, shown)}
      </p>
    )
  }
}

/** Message keys hold no dots. */
function routeKey(clause: string): string {
  return clause.replaceAll('.', '-')
}
