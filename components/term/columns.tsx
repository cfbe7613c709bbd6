import { useTranslations } from 'next-intl'
import { formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { DrawnYear } from './types'

/** Narrower columns from eight years on, so that ten fit on a desktop page without scrolling. */
const WIDE = { column: 64, gap: 22 }
const NARROW = { column: 40, gap: 18 }
const MANY = 7
/** The width that a phone shows without scrolling. */
const PHONE = 300
const LEFT = 40
const HEIGHT = 170
const TOP = 30

/**
 * The term's years as a chart: professional hours below, public hours above, with lines at the minimums of a year. The table has the same
 * data.
 */
export function TermColumns({
  years,
  required,
  locale,
}: {
  years: readonly DrawnYear[]
  required: { total: number; professional: number }
  locale: Locale
}) {
  const t = useTranslations('term.chart')
  const number = (value: number) => formatNumber(value, locale)
  const scale = Math.max(required.total * 1.2, ...years.map(({ total }) => total)) || 1
  const y = (hours: number) => TOP + HEIGHT - (Math.min(hours, scale) / scale) * HEIGHT
  const { column, gap } = years.length > MANY ? NARROW : WIDE
  const columnAt = (index: number) => LEFT + gap + index * (column + gap)
  const width = LEFT + years.length * (column + gap) + gap
  const ticks = [
    { id: 'total', hours: required.total },
    { id: 'professional', hours: required.professional },
  ]
  return (
    <figure>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
      <section className="overflow-x-auto pb-2" tabIndex={0} aria-label={t('label')}>
        <svg role="img" aria-label={t('label')} width={width} height={TOP + HEIGHT + 30} className="block max-w-none">
          {years.map(({ year, total, professional, open }, index) => {
            const x = columnAt(index)
            return (
              <g key={year}>
                <rect
                  x={x}
                  y={y(scale)}
                  width={column}
                  height={HEIGHT}
                  className={open ? 'fill-paper stroke-line-strong' : 'fill-track'}
                  strokeDasharray={open ? '4 4' : undefined}
                />
                <rect x={x} y={y(professional)} width={column} height={y(0) - y(professional)} className="fill-pro" />
                <rect x={x} y={y(total)} width={column} height={y(professional) - y(total)} className="fill-pub" />
                <text x={x + column / 2} y={TOP + HEIGHT + 22} textAnchor="middle" className="fill-muted text-sm tabular-nums">
                  {year}
                </text>
              </g>
            )
          })}
          {ticks.map(({ id, hours }) => (
            <g key={id}>
              <line x1={LEFT} x2={width} y1={y(hours)} y2={y(hours)} className="stroke-paper" strokeWidth={5} strokeOpacity={0.7} />
              <line
                x1={LEFT}
                x2={width}
                y1={y(hours)}
                y2={y(hours)}
                className="stroke-ink"
                strokeWidth={1.5}
                strokeDasharray={id === 'total' ? undefined : '6 4'}
              />
              <text x={LEFT - 6} y={y(hours) + 5} textAnchor="end" className="fill-muted text-sm tabular-nums">
                {number(hours)}
              </text>
            </g>
          ))}
          {/* Above the lines and with an outline, because a number may be at the height of a minimum. */}
          {years.map(({ year, total }, index) => (
            <text
              key={year}
              x={columnAt(index) + column / 2}
              y={y(total) - 6}
              textAnchor="middle"
              paintOrder="stroke"
              strokeWidth={4}
              className="fill-ink stroke-paper font-semibold text-sm tabular-nums"
            >
              {number(total)}
            </text>
          ))}
        </svg>
      </section>
      <figcaption className="text-muted text-sm">
        {width > PHONE ? <p className="sm:hidden">{t('scroll')}</p> : null}
        {t('key', { total: number(required.total), professional: number(required.professional) })}
      </figcaption>
    </figure>
  )
}
