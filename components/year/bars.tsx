import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Meter, type MeterSegment } from '@/components/ui/meter'
import { formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

/** The hours of a credit year. `waiting`: hours of records that are not registered yet, by subject. */
export interface YearHours {
  professional: number
  public: number
  waiting: { professional: number; public: number }
  required: { total: number; professional: number }
}

/** Two bars: professional and total hours, each with a tick at its minimum, waiting hours hatched, the numbers beside them. */
export function YearBars({
  hours,
  locale,
  small = false,
  revoked = false,
}: {
  hours: YearHours
  locale: Locale
  small?: boolean
  /** The certification was revoked: shown beside a full bar, which would otherwise suggest that the year is met. */
  revoked?: boolean
}) {
  const t = useTranslations('views.year')
  const number = (value: number) => formatNumber(value, locale)
  const total = hours.professional + hours.public
  const waiting = hours.waiting.professional + hours.waiting.public
  const scale = scaleOf(total + waiting, hours.required.total)
  const professional: MeterSegment = { id: 'professional', value: hours.professional, fill: 'first' }
  const bars = [
    {
      id: 'professional',
      hours: hours.professional,
      required: hours.required.professional,
      label: t('professionalLabel', {
        hours: number(hours.professional),
        required: number(hours.required.professional),
        waiting: number(hours.waiting.professional),
      }),
      segments: [professional, { id: 'waiting', value: hours.waiting.professional, fill: 'waiting' as const }],
    },
    {
      id: 'total',
      hours: total,
      required: hours.required.total,
      label: t('totalLabel', {
        hours: number(total),
        required: number(hours.required.total),
        professional: number(hours.professional),
        public: number(hours.public),
        waiting: number(waiting),
      }),
      segments: [
        professional,
        { id: 'public', value: hours.public, fill: 'second' as const },
        { id: 'waiting', value: waiting, fill: 'waiting' as const },
      ],
    },
  ]
  return (
    <div className={small ? 'min-w-36 space-y-0.5' : 'space-y-5'}>
      {bars.map((bar) => (
        <div key={bar.id}>
          <div className={`flex flex-wrap items-baseline justify-between gap-x-3 tabular-nums ${small ? 'text-sm' : 'mb-1.5'}`}>
            <span className={small ? undefined : 'font-semibold text-lg'}>
              {t(bar.id, { hours: number(bar.hours), required: number(bar.required) })}
            </span>
            <Missing short={Math.max(0, bar.required - bar.hours)} revoked={revoked} locale={locale} />
          </div>
          <Meter label={bar.label} scale={scale} segments={bar.segments} tick={bar.required} small={small} />
        </div>
      ))}
      {small ? null : (
        <ul className="flex flex-wrap gap-x-5 text-muted text-sm tabular-nums">
          <KeyEntry fill="fill-pro">{t('key.professional', { hours: number(hours.professional) })}</KeyEntry>
          <KeyEntry fill="fill-pub">{t('key.public', { hours: number(hours.public) })}</KeyEntry>
          {waiting > 0 ? <KeyEntry fill="fill-wait">{t('key.waiting', { hours: number(waiting) })}</KeyEntry> : null}
          <li>{t('unit')}</li>
        </ul>
      )}
    </div>
  )
}

/** The value at the right end: at least 100, so that the ticks of 60 and 90 are always at the same place; more, in tens, for more hours. */
function scaleOf(hours: number, required: number): number {
  return Math.max(100, Math.ceil(Math.max(hours, required + 10) / 10) * 10)
}

function Missing({ short, revoked, locale }: { short: number; revoked: boolean; locale: Locale }) {
  const t = useTranslations('views.year')
  if (short > 0) return <span className="font-semibold text-warn">{t('short', { hours: formatNumber(short, locale) })}</span>
  if (revoked) {
    return (
      <span className="font-semibold text-bad">
        <span aria-hidden="true">✕ </span>
        {t('revoked')}
      </span>
    )
  }
  return (
    <span className="font-semibold text-ok">
      <span aria-hidden="true">✓ </span>
      {t('full')}
    </span>
  )
}

function KeyEntry({ fill, children }: { fill: string; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <svg aria-hidden="true" width="12" height="12">
        <rect width="12" height="12" className={fill} />
        {fill === 'fill-wait' ? <path d="M-2 8L8-2M2 14L14 2" className="stroke-paper" strokeWidth="3" /> : null}
      </svg>
      {children}
    </li>
  )
}
