import { useTranslations } from 'next-intl'
import { formatDate, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { Figure } from '@/lib/rules/types'

/** A figure with its unit and, where it is not in force always, the dates of its period. */
export function FigureValue({ figure, locale }: { figure: Figure; locale: Locale }) {
  const t = useTranslations('ruleSets')
  const { value, unit, from, until } = figure
  const dated = from > ALWAYS || until !== undefined
  return (
    <>
      <b className="whitespace-nowrap">{value === null ? t('noFigure') : t(`value.${unit}`, { value: formatNumber(value, locale) })}</b>
      {dated ? (
        <span className="block text-muted text-sm">
          {until === undefined
            ? t('from', { from: formatDate(from, locale) })
            : t('fromUntil', { from: formatDate(from, locale), until: formatDate(until, locale) })}
        </span>
      ) : null}
    </>
  )
}

/** Rows that begin with the first possible year are in force always. */
const ALWAYS = '1900-01-01'
