import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewFiling } from '@/components/filing/new-filing'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { draft } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('filing.new'))('title') }
}

export default async function NewFilingPage() {
  await pageActor('provider_officer')
  const [form, locale] = await Promise.all([formProps(), currentLocale()])
  return <NewFiling base="/provider/filings" action={draft} form={form} locale={locale} />
}
