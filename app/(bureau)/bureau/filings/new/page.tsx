import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewFiling } from '@/components/filing/new-filing'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { draft } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('filing.new'))('titleOutside') }
}

export default async function NewFilingPage() {
  await pageActor('county_reviewer', 'city_reviewer')
  const [form, locale] = await Promise.all([formProps(), currentLocale()])
  return <NewFiling onlyOutside base="/bureau/filings" action={draft} form={form} locale={locale} />
}
