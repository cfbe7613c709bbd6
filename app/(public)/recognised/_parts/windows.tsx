import { useLocale, useTranslations } from 'next-intl'
import { StatusTag } from '@/components/record/status-tag'
import { formatDate } from '@/lib/i18n/format'
import { localeFrom } from '@/lib/i18n/locales'
import type { Platform } from '@/lib/rules/types'
import { lessCertain } from '@/lib/rules/year-rules'

/** A window from before there was anything has no beginning to show. */
const EARLIEST = '1950-01-01'

/** The days on which what is finished there counts, window by window. */
export function Windows({ windows }: { windows: readonly Platform[] }) {
  const t = useTranslations('register')
  const terms = useTranslations('terms')
  const locale = localeFrom(useLocale())
  return (
    <ul className="text-muted text-sm">
      {windows.map(({ from, until, subjects, fromStatus, nameStatus }) => {
        const dates = { from: formatDate(from, locale), until: until ? formatDate(until, locale) : '' }
        const words = from < EARLIEST && until ? 'windowUntil' : until ? 'windowBetween' : 'windowFrom'
        return (
          <li key={from} className="flex flex-wrap items-center gap-x-2">
            <span>{t(words, dates)}</span>
            <span>{subjects.map((subject) => terms(`subject.${subject}`)).join(' · ')}</span>
            {windows.length > 1 ? <StatusTag status={lessCertain(fromStatus, nameStatus)} /> : null}
          </li>
        )
      })}
    </ul>
  )
}
