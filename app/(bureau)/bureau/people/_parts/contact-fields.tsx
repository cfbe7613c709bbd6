import { getTranslations } from 'next-intl/server'
import { CheckboxField } from '@/components/forms/checkbox-list'
import { DateField } from '@/components/forms/date-field'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import { PLACES } from '@/lib/server/organization/organization-input'

interface Given {
  phoneMask: string | null
  email: string | null
  regionCode: string
  transferredInOn: string | null
  transferredFrom: string | null
}

/** Phone, e-mail, region and transfer. A phone number that is there stands masked and stays unless another is typed. */
export async function ContactFields({ given }: { given?: Given }) {
  const [t, terms] = await Promise.all([getTranslations('admin.person'), getTranslations('terms')])
  return (
    <>
      <TextField
        name="phone"
        label={t('phone')}
        hint={given?.phoneMask ? t('phonePresent', { mask: given.phoneMask }) : undefined}
        optional
        type="tel"
        width="medium"
        maxLength={20}
      />
      {given?.phoneMask ? <CheckboxField name="keepPhone" label={t('keepPhone', { mask: given.phoneMask })} defaultChecked /> : null}
      <TextField
        name="email"
        label={t('email')}
        hint={t('emailHint')}
        optional
        type="email"
        defaultValue={given?.email ?? ''}
        maxLength={254}
      />
      <SelectField
        name="regionCode"
        label={t('region')}
        hint={t('regionHint')}
        empty={t('choose')}
        defaultValue={given?.regionCode ?? ''}
        options={PLACES.map((value) => ({ value, label: terms(`region.${value}`) }))}
      />
      <DateField
        name="transferredInOn"
        label={t('transferredInOn')}
        hint={t('transferHint')}
        optional
        defaultValue={given?.transferredInOn ?? ''}
      />
      <TextField
        name="transferredFrom"
        label={t('transferredFrom')}
        optional
        width="medium"
        defaultValue={given?.transferredFrom ?? ''}
        maxLength={40}
      />
    </>
  )
}
