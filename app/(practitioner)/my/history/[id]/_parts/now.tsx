import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { Disclosure } from '@/components/ui/disclosure'
import { NextStep } from '@/components/ui/page-parts'
import type { MyHistoricYear } from '@/lib/server/historic/read-my-history'
import { formProps, newFormKey } from '@/lib/server/web/display'
import { isInGroup } from '@/lib/workflow/state-groups'
import { officeNames } from '../../../records/_parts/office-name'
import { submit, withdraw } from '../../actions'

/** Whose turn it is with a past year's paper, and the one act for the person where it is theirs. */
export async function HistoricNow({ year }: { year: MyHistoricYear }) {
  const [t, form, names] = await Promise.all([getTranslations('historic.mine'), formProps(), officeNames()])
  const named = { year: String(year.year) }
  const fields = (
    <>
      <HiddenField name="historic" value={year.id} />
      <HiddenField name="version" value={String(year.version)} />
    </>
  )
  const takeBack = (
    <Disclosure summary={t('withdraw')}>
      <ConfirmPanel title={t('withdrawTitle', named)} consequences={[t('withdrawWhat')]}>
        <Form action={withdraw} {...form} formKey={newFormKey()}>
          {fields}
          <SubmitButton kind="danger">{t('withdrawDo')}</SubmitButton>
        </Form>
      </ConfirmPanel>
    </Disclosure>
  )
  if (isInGroup('historic', year.state, 'verification'))
    return <NextStep action={takeBack}>{t('waits', { office: names.bureau(year.regionCode) })}</NextStep>
  if (isInGroup('historic', year.state, 'counts')) return <NextStep>{t('verified')}</NextStep>
  if (isInGroup('historic', year.state, 'withdrawn'))
    return <NextStep action={<LinkButton href="/my/history">{t('again')}</LinkButton>}>{t('withdrawn')}</NextStep>
  return (
    <>
      <NextStep>
        {year.returnedBecause ? (
          <p className="mb-2">
            {t('returned')} <q>{year.returnedBecause}</q>
          </p>
        ) : null}
        {year.scan ? null : <p>{t('needScan')}</p>}
      </NextStep>
      {year.scan ? (
        <div className="mt-4">
          <ConfirmPanel title={t('submitTitle', named)} consequences={[t('submitWhat.looks'), t('submitWhat.locked')]}>
            <Form action={submit} {...form}>
              {fields}
              <SubmitButton>{t('submit')}</SubmitButton>
            </Form>
          </ConfirmPanel>
        </div>
      ) : null}
      {takeBack}
    </>
  )
}
