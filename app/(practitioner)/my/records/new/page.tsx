import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { RadioList } from '@/components/forms/radio-list'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { ACHIEVEMENTS, CATEGORIES as KNOWN, PARTICIPATION } from '@/lib/rules/types'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { formProps } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { createDraft } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record'))('new.title') }
}

/** What people log most stands first. */
const CATEGORIES = [...PARTICIPATION.slice(1, 4), PARTICIPATION[0], ...ACHIEVEMENTS, ...PARTICIPATION.slice(4)]

export default async function NewRecordPage({ searchParams }: { searchParams: SearchParameters }) {
  await pageActor('practitioner')
  const { category } = await readSearch(searchParams, { category: enumParam(KNOWN) })
  const [t, terms, recognised, form] = await Promise.all([
    getTranslations('record'),
    getTranslations('terms'),
    getTranslations('recognised'),
    formProps(),
  ])
  return (
    <div className="max-w-form">
      <PageHead title={t('new.title')} lead={t('new.lead')} back={{ href: '/my/records', text: t('page.back') }} />
      <Sheet>
        <Form action={createDraft} {...form}>
          <RadioList
            name="category"
            label={t('new.category')}
            defaultValue={category ?? undefined}
            options={CATEGORIES.map((value) => ({ value, label: terms(`category.${value}`), hint: terms(`categoryHint.${value}`) }))}
          />
          <SubmitButton>{t('new.continue')}</SubmitButton>
        </Form>
      </Sheet>
      <p className="mt-5">
        <TextLink href="/recognised" target="_blank">
          {recognised('fromWizard')}
        </TextLink>
      </p>
    </div>
  )
}
