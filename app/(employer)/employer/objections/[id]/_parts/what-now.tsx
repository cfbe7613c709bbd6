import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { RadioList } from '@/components/forms/radio-list'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { NextStep } from '@/components/ui/page-parts'
import type { ObjectionPage } from '@/lib/server/objection/read-objection'
import { formProps } from '@/lib/server/web/display'
import { isInGroup } from '@/lib/workflow/state-groups'
import { confirmCall, decide } from '../../actions'

/** The finding, the call to the objector, or why neither is this officer's now. */
export async function WhatNow({ objection }: { objection: ObjectionPage }) {
  const [t, errors] = await Promise.all([getTranslations('objection.page'), getTranslations('errors.refusal')])
  if (objection.actions.includes('dismiss')) return <Finding id={objection.id} />
  if (objection.mayCall) return <Call id={objection.id} />
  if (isInGroup('objection', objection.state, 'awaiting_contact')) return <NextStep>{t('unconfirmedEmail')}</NextStep>
  const appealed = objection.appealedBy === 'objector' || objection.appealedBy === 'person' ? objection.appealedBy : null
  if (appealed && isInGroup('objection', objection.state, 'blocking')) return <NextStep>{t(`appealed.${appealed}`)}</NextStep>
  const [why] = objection.notNow
  return <NextStep>{why && !objection.isOwn ? errors(why.code, why.detail) : t('nothing')}</NextStep>
}

async function Finding({ id }: { id: string }) {
  const [t, form] = await Promise.all([getTranslations('objection.page.decide'), formProps()])
  return (
    <ConfirmPanel title={t('title')} consequences={(t.raw('consequences') as string[]).slice()}>
      <Form {...form} action={decide}>
        <HiddenField name="objection" value={id} />
        <RadioList
          name="verdict"
          label={t('verdict')}
          options={[
            { value: 'dismiss', label: t('dismiss'), hint: t('dismissHint') },
            { value: 'uphold', label: t('uphold'), hint: t('upholdHint') },
          ]}
        />
        <TextArea name="finding" label={t('finding')} hint={t('findingHint')} maxLength={1000} rows={5} />
        <SubmitButton>{t('submit')}</SubmitButton>
      </Form>
    </ConfirmPanel>
  )
}

async function Call({ id }: { id: string }) {
  const [t, form] = await Promise.all([getTranslations('objection.page'), formProps()])
  return (
    <div className="space-y-4">
      <p>{t('unconfirmedPhone')}</p>
      <ConfirmPanel title={t('call.title')} consequences={(t.raw('call.consequences') as string[]).slice()}>
        <Form {...form} action={confirmCall}>
          <HiddenField name="objection" value={id} />
          <SubmitButton>{t('call.submit')}</SubmitButton>
        </Form>
      </ConfirmPanel>
    </div>
  )
}
