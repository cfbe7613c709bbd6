import { useTranslations } from 'next-intl'
import { formatDate, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { Figure } from '@/lib/rules/types'

/** A figure with its unit, and the days for which its row holds where it does not hold always. */
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

/** A row that begins with the first year there is holds always. */
const ALWAYS = '1900-01-01'
