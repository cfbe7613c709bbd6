import { getTranslations } from 'next-intl/server'
import { DateField } from '@/components/forms/date-field'
import { RadioList } from '@/components/forms/radio-list'
import { TextField } from '@/components/forms/text-field'
import { OrganizationField } from './organization-field'

/** Where a person works and since when. */
export async function EmploymentFields({ employers }: { employers: readonly { id: string; name: string }[] }) {
  const t = await getTranslations('admin.person')
  return (
    <>
      <RadioList
        name="employed"
        label={t('employed')}
        options={(['employer', 'freelance'] as const).map((value) => ({
          value,
          label: t(`employedAs.${value}`),
          hint: t(`employedHints.${value}`),
        }))}
      />
      <OrganizationField label={t('employer')} hint={t('organizationHint')} optional organizations={employers} />
      <TextField name="department" label={t('department')} optional width="medium" maxLength={40} />
      <DateField name="employedFrom" label={t('employedFrom')} hint={t('dateHint')} />
    </>
  )
}
