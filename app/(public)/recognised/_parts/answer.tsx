import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Clause, ClauseWords } from '@/components/record/clause'
import { StatusTag } from '@/components/record/status-tag'
import { Disclosure } from '@/components/ui/disclosure'
import { Tag } from '@/components/ui/tag'
import type { Verdict } from '@/lib/rules/recognise'

async function VerdictTag({ counts, because }: Verdict) {
  const t = await getTranslations('recognised')
  if (because === 'filed_meanwhile') return <Tag tone="warn">{t('countsPartly')}</Tag>
  return <Tag tone={counts ? 'ok' : 'bad'}>{t(counts ? 'counts' : 'countsNot')}</Tag>
}

/** One thing with its verdict: counts or not, because, by which clause, and how sure that is. `otherDay`: it is not held on the day asked. */
export async function Answer({
  name,
  verdict,
  because,
  otherDay = null,
  children,
}: {
  name: string
  verdict: Verdict
  because: string
  otherDay?: string | null
  children: ReactNode
}) {
  const [t, clauses] = await Promise.all([getTranslations('recognised'), getTranslations('clauses')])
  const known = clauses.has(`${verdict.clause.replaceAll('.', '-')}.name`)
  return (
    <li>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {otherDay ? <Tag tone="off">{t('notThatDay')}</Tag> : <VerdictTag {...verdict} />}
        <span className="min-w-0 font-semibold text-lg">{name}</span>
        <StatusTag status={verdict.status} />
      </div>
      {otherDay ? (
        <p className="mt-1">
          {otherDay} {t(verdict.counts ? 'itsDaysCount' : 'itsDaysCountNot')}
        </p>
      ) : null}
      <p className="mt-1">{because}</p>
      {verdict.years.length > 0 && !otherDay ? (
        <p>{t(verdict.years.length > 1 ? 'yearsChoice' : 'year', { years: verdict.years.join(t('or')) })}</p>
      ) : null}
      {children}
      {known ? (
        <Disclosure summary={<Clause id={verdict.clause} />}>
          <ClauseWords id={verdict.clause} />
        </Disclosure>
      ) : (
        <p className="text-muted text-sm">{verdict.clause}</p>
      )}
    </li>
  )
}
