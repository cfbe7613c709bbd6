import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { PageHead } from '@/components/ui/page-parts'
import { formProps } from '@/lib/server/web/display'
import { draftPage } from '../../_parts/draft-page'
import { head } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ruleVersions'))('head') }
}

/** What the draft is called and from which year it is to rule. */
export default async function DraftHeadPage({ params }: { params: Promise<{ id: string }> }) {
  const { row } = await draftPage(params)
  const [t, form] = await Promise.all([getTranslations('ruleVersions'), formProps()])
  return (
    <div className="max-w-form">
      <PageHead title={t('head')} back={{ href: `/bureau/rules/${row.id}`, text: row.title }} />
      <Form action={head} {...form}>
        <HiddenField name="id" value={row.id} />
        <HiddenField name="version" value={String(row.version)} />
        <TextField name="title" label={t('name')} hint={t('nameHint')} defaultValue={row.title} maxLength={80} />
        <TextField
          name="effectiveYear"
          label={t('effectiveYear')}
          hint={t('effectiveYearHint')}
          inputMode="numeric"
          width="short"
          defaultValue={String(row.effectiveYear)}
        />
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
    </div>
  )
}
