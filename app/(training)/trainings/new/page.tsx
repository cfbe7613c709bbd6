import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewFiling } from '@/components/filing/new-filing'
import { BUREAU_REVIEWERS, isOneOf, TRAINING_HOLDERS } from '@/lib/access/types'
import { currentActor } from '@/lib/server/account/read-session'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { draft } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const [t, { role }] = await Promise.all([getTranslations('filing.new'), currentActor()])
  return { title: t(isOneOf(BUREAU_REVIEWERS, role) ? 'titleOutside' : 'title') }
}

/** The first page of a filing; a bureau enters what was filed outside the city. */
export default async function NewTrainingPage() {
  const { role } = await pageActor(...TRAINING_HOLDERS, ...BUREAU_REVIEWERS)
  const [form, locale] = await Promise.all([formProps(), currentLocale()])
  return <NewFiling onlyOutside={isOneOf(BUREAU_REVIEWERS, role)} action={draft} form={form} locale={locale} />
}
