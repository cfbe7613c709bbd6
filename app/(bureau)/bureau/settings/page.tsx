import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CheckboxList } from '@/components/forms/checkbox-list'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { TextField } from '@/components/forms/text-field'
import { StatusTag } from '@/components/record/status-tag'
import { Notice } from '@/components/ui/notice'
import { PageHead, Section } from '@/components/ui/page-parts'
import { dateInShanghai, yearOf } from '@/lib/calendar/plain-date'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { settingsVersion } from '@/lib/server/runtime/save-settings'
import { readSettings } from '@/lib/server/runtime/settings'
import { formProps } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { save } from './actions'

/** The years before this one that paper hours may still be entered for. */
const YEARS_BACK = 4

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.settings'))('title') }
}

/** What the site says about itself, how certificates are headed, how long publicity runs, which years are open. */
export default async function SettingsPage({ searchParams }: { searchParams: SearchParameters }) {
  await pageActor('administrator')
  const [{ done }, settings, at, t, form] = await Promise.all([
    readSearch(searchParams, { done: enumParam(['saved', 'same'] as const) }),
    readSettings(),
    now(),
    getTranslations('admin.settings'),
    formProps(),
  ])
  const thisYear = yearOf(dateInShanghai(at))
  const near = Array.from({ length: YEARS_BACK + 2 }, (_, index) => thisYear - YEARS_BACK + index)
  const years = [...new Set([...near, ...settings.openYears])].sort((a, b) => b - a)
  return (
    <div className="max-w-form">
      <PageHead title={t('title')} lead={t('lead')} />
      {done ? <Notice tone={done === 'saved' ? 'ok' : 'wait'} live title={t(`done.${done}`)} /> : null}
      <Form action={save} {...form}>
        <HiddenField name="version" value={settingsVersion(settings)} />
        <Section title={t('bureau')}>
          <TextField
            name="bureauName"
            label={t('bureauName')}
            hint={t('bureauNameHint')}
            defaultValue={settings.bureauName}
            maxLength={80}
          />
          <TextField name="address" label={t('address')} optional defaultValue={settings.address} maxLength={200} />
          <TextField name="phone" label={t('phone')} optional type="tel" width="medium" defaultValue={settings.phone} maxLength={60} />
          <TextField name="openingHours" label={t('openingHours')} optional defaultValue={settings.openingHours} maxLength={200} />
        </Section>
        <Section title={t('numbers')}>
          <TextField name="icpNumber" label={t('icpNumber')} optional defaultValue={settings.icpNumber} width="medium" maxLength={60} />
          <TextField
            name="policeNumber"
            label={t('policeNumber')}
            optional
            defaultValue={settings.policeNumber}
            width="medium"
            maxLength={60}
          />
        </Section>
        <Section title={t('certificate')}>
          <p className="mb-4 text-muted">{t('certificateHint')}</p>
          <TextField name="certificateTitle" label={t('certificateTitle')} defaultValue={settings.certificateTitle} maxLength={60} />
          <TextArea
            name="certificateFooting"
            label={t('certificateFooting')}
            optional
            rows={3}
            defaultValue={settings.certificateFooting}
            maxLength={400}
          />
        </Section>
        <Section title={t('rules')}>
          <TextField
            name="publicityDays"
            label={t('publicityDays')}
            hint={
              <>
                {t('publicityDaysHint')} <StatusTag status="provisional" />
              </>
            }
            inputMode="numeric"
            width="short"
            suffix={t('workingDays')}
            defaultValue={String(settings.publicityDays)}
          />
          <CheckboxList
            name="openYears"
            label={t('openYears')}
            hint={t('openYearsHint')}
            defaultValues={settings.openYears.map(String)}
            options={years.map((year) => ({ value: String(year), label: t('year', { year: String(year) }) }))}
          />
        </Section>
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
    </div>
  )
}
