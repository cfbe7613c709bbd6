import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { RadioList } from '@/components/forms/radio-list'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { TextField } from '@/components/forms/text-field'
import type { FormAction } from '@/components/forms/types'
import { PageHead } from '@/components/ui/page-parts'
import { basisOf, SETTINGS, type SettingName } from '@/lib/rules/setting-basis'
import { CONVERSION_ALLOCATIONS, ONE_OPTION_SCOPES, type RuleSettings } from '@/lib/rules/types'
import { formProps } from '@/lib/server/web/display'
import { BasisFields } from '../../../_parts/basis-fields'
import { draftPage } from '../../../_parts/draft-page'
import { allocation, deny, scope, transition, warn } from '../../../actions'

const ACTIONS: Readonly<Record<SettingName, FormAction>> = {
  oneOptionScope: scope,
  conversionAllocation: allocation,
  denyAtShare: deny,
  warnAtShare: warn,
  transition,
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ruleVersions'))('editSetting') }
}

/** One setting of a draft with what it rests on. */
export default async function SettingPage({ params }: { params: Promise<{ id: string; name: string }> }) {
  const { row } = await draftPage(params)
  const asked = (await params).name
  const name = SETTINGS.find((each) => each === asked)
  if (!name) notFound()
  const [t, form] = await Promise.all([getTranslations('ruleVersions'), formProps()])
  const basis = basisOf(name, row.sources)
  return (
    <div className="max-w-form">
      <PageHead
        title={t(`setting.${name}.name`)}
        lead={t(`setting.${name}.lead`)}
        back={{ href: `/bureau/rules/${row.id}`, text: row.title }}
      />
      <Form action={ACTIONS[name]} {...form}>
        <HiddenField name="id" value={row.id} />
        <HiddenField name="version" value={String(row.version)} />
        <SettingFields name={name} settings={row.content.settings} />
        <BasisFields clause={basis.clause} status={basis.status} document={row.sources[`settings.${name}`]?.document ?? ''} />
        <SubmitButton>{t('saveInDraft')}</SubmitButton>
      </Form>
    </div>
  )
}

async function SettingFields({ name, settings }: { name: SettingName; settings: RuleSettings }) {
  const t = await getTranslations('ruleVersions.setting')
  if (name === 'oneOptionScope') {
    const options = ONE_OPTION_SCOPES.map((value) => ({ value, label: t(`oneOptionScope.${value}`) }))
    return <RadioList name={name} label={t('choose')} options={options} defaultValue={settings.oneOptionScope} />
  }
  if (name === 'conversionAllocation') {
    const options = CONVERSION_ALLOCATIONS.map((value) => ({ value, label: t(`conversionAllocation.${value}`) }))
    return <RadioList name={name} label={t('choose')} options={options} defaultValue={settings.conversionAllocation} />
  }
  if (name === 'transition') {
    return (
      <>
        <TextField
          name="until"
          label={t('transition.until')}
          optional
          inputMode="numeric"
          width="short"
          defaultValue={settings.transition ? String(settings.transition.until) : ''}
        />
        <TextArea name="cohort" label={t('transition.cohort')} optional maxLength={300} defaultValue={settings.transition?.cohort ?? ''} />
      </>
    )
  }
  return (
    <TextField
      name={name}
      label={t('shareLabel')}
      hint={t('shareHint')}
      inputMode="decimal"
      width="short"
      defaultValue={String(settings[name])}
    />
  )
}
