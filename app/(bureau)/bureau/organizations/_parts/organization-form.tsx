import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { RadioList } from '@/components/forms/radio-list'
import { SelectField } from '@/components/forms/select-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import type { FormAction } from '@/components/forms/types'
import { StatusTag } from '@/components/record/status-tag'
import { UNIT_LEVELS } from '@/lib/access/types'
import { EMPLOYER_KINDS, type OrganizationKind, PLACES, PUBLICITY_REACH } from '@/lib/server/organization/organization-input'
import type { OrganizationForEditing } from '@/lib/server/organization/read-organization'
import { formProps } from '@/lib/server/web/display'

interface Props {
  action: FormAction
  kind: OrganizationKind
  authorities: readonly { id: string; name: string }[]
  /** The city's setting, below which no unit goes. */
  leastDays: number
  /** What is there already; null for a new one. */
  given: OrganizationForEditing | null
}

/** The fields of an organisation, those of its kind. */
export async function OrganizationForm({ action, kind, authorities, leastDays, given }: Props) {
  const [t, terms, form] = await Promise.all([getTranslations('admin.organization'), getTranslations('terms'), formProps()])
  const isEmployer = kind === 'employer'
  return (
    <Form action={action} {...form}>
      <HiddenField name="kind" value={kind} />
      {given ? <HiddenField name="id" value={given.id} /> : null}
      {given ? <HiddenField name="version" value={String(given.version)} /> : null}
      <TextField name="name" label={t('name')} hint={t('nameHint')} defaultValue={given?.name} maxLength={80} />
      <TextField name="nameEn" label={t('nameEn')} optional defaultValue={given?.nameEn ?? ''} maxLength={120} />
      <TextField
        name="uscc"
        label={t('uscc')}
        hint={t('usccHint')}
        optional
        defaultValue={given?.uscc ?? ''}
        width="medium"
        maxLength={40}
      />
      <SelectField
        name="regionCode"
        label={t('region')}
        hint={t(kind === 'bureau' ? 'regionOfBureau' : 'regionHint')}
        empty={t('choose')}
        defaultValue={given?.regionCode}
        options={PLACES.map((value) => ({ value, label: terms(`region.${value}`) }))}
      />
      {kind === 'bureau' ? null : (
        <RadioList
          name="unitLevel"
          label={t('unitLevel')}
          defaultValue={given?.unitLevel}
          options={UNIT_LEVELS.map((value) => ({ value, label: terms(`unitLevel.${value}`), hint: t(`unitLevels.${value}`) }))}
        />
      )}
      {isEmployer ? (
        <>
          <RadioList
            name="employerKind"
            label={t('employerKind')}
            defaultValue={given?.employerKind ?? ''}
            options={EMPLOYER_KINDS.map((value) => ({
              value,
              label: terms(`employmentKind.${value}`),
              hint: t(`employerKinds.${value}`),
            }))}
          />
          <SelectField
            name="authorityId"
            label={t('authority')}
            hint={t('authorityHint')}
            optional
            empty={t('none')}
            defaultValue={given?.authorityId ?? ''}
            options={authorities.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField
            name="publicityDays"
            label={t('publicityDays')}
            hint={
              <>
                {t('publicityDaysHint', { least: leastDays })} <StatusTag status="provisional" />
              </>
            }
            optional
            inputMode="numeric"
            width="short"
            suffix={t('workingDays')}
            defaultValue={given?.publicityDays ? String(given.publicityDays) : ''}
          />
          <RadioList
            name="publicity"
            label={t('publicity')}
            defaultValue={given && !given.publicityInPublic ? 'staff' : 'public'}
            options={PUBLICITY_REACH.map((value) => ({ value, label: t(`publicities.${value}`), hint: t(`publicityHints.${value}`) }))}
          />
        </>
      ) : null}
      {kind === 'authority' ? (
        <TextField name="field" label={t('field')} hint={t('fieldHint')} optional defaultValue={given?.field ?? ''} maxLength={60} />
      ) : null}
      <TextField name="contact" label={t('contact')} hint={t('contactHint')} optional defaultValue={given?.contact ?? ''} maxLength={60} />
      <TextField name="phone" label={t('phone')} optional type="tel" width="medium" defaultValue={given?.phone ?? ''} maxLength={40} />
      <TextField name="address" label={t('address')} optional defaultValue={given?.address ?? ''} maxLength={120} />
      {kind === 'bureau' ? (
        <TextField name="openingHours" label={t('openingHours')} optional defaultValue={given?.openingHours ?? ''} maxLength={120} />
      ) : null}
      {given ? (
        <RadioList
          name="standing"
          label={t('standing')}
          defaultValue={given.active ? 'active' : 'inactive'}
          options={(['active', 'inactive'] as const).map((value) => ({
            value,
            label: t(`standings.${value}`),
            hint: t(`standingHints.${value}`),
          }))}
        />
      ) : null}
      <SubmitButton>{t(given ? 'save' : 'enter')}</SubmitButton>
    </Form>
  )
}
