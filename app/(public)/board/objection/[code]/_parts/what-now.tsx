import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { NextStep } from '@/components/ui/page-parts'
import { formatDate } from '@/lib/i18n/format'
import type { OwnObjection } from '@/lib/server/objection/read-own-objection'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { isInGroup } from '@/lib/workflow/state-groups'
import { appeal, confirmContact } from '../actions'

/** What the objector can do now. Opening the page changes nothing: mail programs open links by themselves. */
export async function WhatNow({ objection, code }: { objection: OwnObjection; code: string }) {
  const [t, locale] = await Promise.all([getTranslations('objection.own'), currentLocale()])
  if (objection.mayConfirm) return <Confirm code={code} />
  if (isInGroup('objection', objection.state, 'awaiting_contact')) {
    return <NextStep>{objection.notNow.length > 0 ? t('tooLate') : t('phoneWait', { contact: objection.contactMask })}</NextStep>
  }
  if (objection.mayAppeal) return <Appeal code={code} />
  if (objection.dueOn) return <NextStep>{t('openHint', { date: formatDate(objection.dueOn, locale) })}</NextStep>
  return <NextStep>{objection.appealNotNow.length > 0 ? t('noAppeal') : t('nothing')}</NextStep>
}

async function Confirm({ code }: { code: string }) {
  const [t, form] = await Promise.all([getTranslations('objection.own'), formProps()])
  return (
    <ConfirmPanel title={t('confirmTitle')} consequences={(t.raw('confirmConsequences') as string[]).slice()}>
      <Form {...form} action={confirmContact}>
        <HiddenField name="code" value={code} />
        <SubmitButton>{t('confirmSubmit')}</SubmitButton>
      </Form>
    </ConfirmPanel>
  )
}

async function Appeal({ code }: { code: string }) {
  const [t, form] = await Promise.all([getTranslations('objection.own'), formProps()])
  return (
    <ConfirmPanel title={t('appealTitle')} consequences={(t.raw('appealConsequences') as string[]).slice()}>
      <Form {...form} action={appeal}>
        <HiddenField name="code" value={code} />
        <TextArea name="reason" label={t('appealReason')} hint={t('appealReasonHint')} maxLength={1000} />
        <SubmitButton>{t('appealSubmit')}</SubmitButton>
      </Form>
    </ConfirmPanel>
  )
}
