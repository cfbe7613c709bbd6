import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { RadioList } from '@/components/forms/radio-list'
import { SubmitButton } from '@/components/forms/submit-button'
import type { FormAction, FormGiven } from '@/components/forms/types'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import type { Locale } from '@/lib/i18n/locales'
import { FilingFields } from './filing-fields'

/** The first step of a new filing: where it is filed, the training and its dates. Submitting it creates the draft. */
export function NewFiling({
  action,
  form,
  onlyOutside,
  locale,
}: {
  action: FormAction
  form: FormGiven
  /** A bureau may only enter trainings that were filed elsewhere. */
  onlyOutside: boolean
  locale: Locale
}) {
  const t = useTranslations('filing')
  return (
    <div className="max-w-form">
      <PageHead
        title={t(onlyOutside ? 'new.titleOutside' : 'new.title')}
        lead={t(onlyOutside ? 'new.leadOutside' : 'new.lead')}
        back={{ href: '/trainings', text: t('list.name') }}
      />
      <Sheet>
        <Form {...form} action={action}>
          {onlyOutside ? (
            <HiddenField name="where" value="outside" />
          ) : (
            <RadioList
              name="where"
              label={t('new.where')}
              options={(['here', 'outside'] as const).map((value) => ({
                value,
                label: t(`new.wheres.${value}`),
                hint: t(`new.whereHints.${value}`),
              }))}
              defaultValue="here"
            />
          )}
          <FilingFields
            fields={['title', 'startsOn', 'endsOn', 'days', 'hours']}
            content={{}}
            authorities={[]}
            outside={onlyOutside}
            locale={locale}
          />
          <SubmitButton>{t('edit.next')}</SubmitButton>
        </Form>
      </Sheet>
    </div>
  )
}
