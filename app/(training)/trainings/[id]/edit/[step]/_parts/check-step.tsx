import { getTranslations } from 'next-intl/server'
import { FilingCheckStep } from '@/components/filing/check-step'
import type { FormGiven } from '@/components/forms/types'
import type { Actor } from '@/lib/access/types'
import type { Locale } from '@/lib/i18n/locales'
import { readFiling } from '@/lib/server/filing/read-filing'
import type { FilingDraft } from '@/lib/server/filing/read-filing-draft'
import { filingStepOf } from '@/lib/server/filing/steps'
import { submit } from '../../../../actions'

/** The last page of the form, with the names of those who decide. */
export async function CheckStep({
  actor,
  draft,
  at,
  form,
  locale,
}: {
  actor: Actor
  draft: FilingDraft
  at: Date
  form: FormGiven
  locale: Locale
}) {
  const [filing, t, terms] = await Promise.all([
    readFiling(actor, draft.id, at),
    getTranslations('filing.office'),
    getTranslations('terms'),
  ])
  const authority = draft.authorities.find((one) => one.id === draft.content.authorityId)
  return (
    <FilingCheckStep
      draft={draft}
      filesInForce={filing.files}
      stepOf={(field) => filingStepOf(field, draft.outside)}
      provider={filing.provider}
      authority={authority ? (locale === 'en' && authority.nameEn) || authority.name : null}
      bureau={t('bureau', { region: terms(`region.${filing.regionCode}`) })}
      action={submit}
      form={form}
      locale={locale}
    />
  )
}
