import { useTranslations } from 'next-intl'
import { StatusTag } from '@/components/record/status-tag'
import { formatDate } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { Platform } from '@/lib/rules/types'

/** The subjects and the period for which a platform is recognised. */
export function PlatformFacts({ platform, locale }: { platform: Platform; locale: Locale }) {
  const t = useTranslations('ruleSets')
  const terms = useTranslations('terms')
  const { subjects, from, until, nameStatus, fromStatus } = platform
  return (
    <>
      {subjects.map((subject) => terms(`subjectShort.${subject}`)).join(locale === 'en' ? ', ' : '、')}
      <span className="block">
        {until === undefined
          ? t('from', { from: formatDate(from, locale) })
          : t('fromUntil', { from: formatDate(from, locale), until: formatDate(until, locale) })}
      </span>
      <StatusTag status={nameStatus === 'legible' ? fromStatus : nameStatus} />
    </>
  )
}
