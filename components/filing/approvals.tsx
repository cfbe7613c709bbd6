import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import { formatDate } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { ApprovalsView } from './types'

/** The two approvals side by side, each with its date or that it is missing. */
export function Approvals({
  approvals,
  bureau,
  authority,
  open,
  locale,
}: {
  approvals: ApprovalsView
  bureau: string
  authority: string
  /** Whether a missing approval is still awaited. */
  open: boolean
  locale: Locale
}) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Approval office={bureau} on={approvals.bureau} open={open} locale={locale} />
      <Approval office={authority} on={approvals.authority} open={open} locale={locale} />
    </div>
  )
}

function Approval({ office, on, open, locale }: { office: string; on: string | null; open: boolean; locale: Locale }) {
  const t = useTranslations('filing.approvals')
  const tone = on ? 'ok' : open ? 'wait' : 'off'
  return (
    <div className={`border-l-4 py-1 pl-4 ${on ? 'border-ok' : 'border-line-strong'}`}>
      <div className="font-semibold">{office}</div>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        <Tag tone={tone}>{t(on ? 'agreed' : open ? 'waiting' : 'none')}</Tag>
        {on ? <span className="tabular-nums">{formatDate(on, locale)}</span> : null}
      </div>
    </div>
  )
}

/** The two approvals in the cell of a list. */
export function ApprovalLines({ approvals, open, locale }: { approvals: ApprovalsView; open: boolean; locale: Locale }) {
  const t = useTranslations('filing.approvals')
  const line = (office: string, on: string | null) => (
    <div className="whitespace-nowrap">
      <span className="text-muted text-sm">{office}</span> {on ? formatDate(on, locale, 'short') : open ? t('notYet') : '—'}
    </div>
  )
  return (
    <>
      {line(t('bureauShort'), approvals.bureau)}
      {line(t('authorityShort'), approvals.authority)}
    </>
  )
}
