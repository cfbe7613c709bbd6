import { useTranslations } from 'next-intl'
import { Disclosure } from '@/components/ui/disclosure'
import { formatDate, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { Explanation } from '@/lib/rules/types'
import { Clause, ClauseWords } from './clause'
import { StatusTag } from './status-tag'

interface WhyProps {
  explanation: Explanation
  /** The rule set's id, such as `anhui-2025`. */
  ruleSet: string
  locale: Locale
}

/** The explanation of a line's hours, opened in place. */
export function Why({ open = false, ...why }: WhyProps & { open?: boolean }) {
  const t = useTranslations('views.why')
  const { hours, counted, gate } = why.explanation
  const summary = gate && counted === 0 ? t('summaryNone') : t('summary', { value: gate ? counted : hours })
  return (
    <Disclosure open={open} summary={summary}>
      <WhyLines {...why} />
    </Disclosure>
  )
}

/** The explanation of a line's hours: rate × quantity = hours, the clause with its wording and status, the gate or cap, the rule set. */
export function WhyLines({ explanation, ruleSet, locale }: WhyProps) {
  const t = useTranslations('views.why')
  const terms = useTranslations('terms')
  const number = (value: number) => formatNumber(value, locale)
  const { gate } = explanation
  const limit = gate?.limit
  return (
    <div className="space-y-1">
      <p className="tabular-nums">
        {t(`rate.${explanation.unit}`, { rate: number(explanation.rate), quantity: number(explanation.quantity) })}
        {explanation.factors.map((factor) => (
          <span key={factor.kind}> {t(`factor.${factor.kind}`, { value: number(factor.value) })}</span>
        ))}
        {' = '}
        <b>{t('hours', { value: explanation.hours })}</b>
      </p>
      <p className="flex flex-wrap items-center gap-x-2">
        <Clause id={explanation.clause} />
        <ClauseWords id={explanation.clause} />
        <StatusTag status={explanation.status} always />
      </p>
      {gate ? (
        <div className="border-warn border-l-4 pl-3">
          <p>{terms(`reason.${gate.reason}`)}</p>
          {limit !== null && limit !== undefined && t.has(`limit.${gate.reason}`) ? (
            <p className="text-muted text-sm">{t(`limit.${gate.reason}`, { limit: limitWords(limit, locale) })}</p>
          ) : null}
          <p className="flex flex-wrap items-center gap-x-2 text-sm">
            <Clause id={gate.clause} />
            <StatusTag status={gate.status} />
          </p>
          {explanation.counted !== explanation.hours ? <p>{t('counted', { value: explanation.counted })}</p> : null}
        </div>
      ) : null}
      <p className="text-muted text-sm">{t('ruleSet', { id: ruleSet })}</p>
    </div>
  )
}

function limitWords(limit: number | string, locale: Locale): string {
  return typeof limit === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(limit) ? formatDate(limit, locale) : String(limit)
}
