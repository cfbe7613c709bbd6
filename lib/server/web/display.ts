import 'server-only'
import { getLocale, getTranslations } from 'next-intl/server'
import { v7 } from 'uuid'
import type { Locale } from '@/lib/i18n/locales'
import { localeFrom } from '@/lib/i18n/locales'

/** The language of this request. */
export async function currentLocale(): Promise<Locale> {
  return localeFrom(await getLocale())
}

/** What every `Form` needs from the server: a fresh idempotency key and its words. Spread it: `<Form {...await formProps()}>`. */
export async function formProps() {
  const t = await getTranslations('forms')
  return {
    formKey: newFormKey(),
    words: {
      oneProblem: t('oneProblem'),
      problems: t.raw('problems') as string,
      kept: t('kept'),
      reference: t.raw('reference') as string,
      pending: t('pending'),
      optional: t('optional'),
      pickDate: t('pickDate'),
      takePhoto: t('takePhoto'),
      labelled: t.raw('labelled') as string,
    },
  }
}

/** A fresh idempotency key, for a form's first render and for every answer that lets it be sent again. */
export function newFormKey(): string {
  return v7()
}
