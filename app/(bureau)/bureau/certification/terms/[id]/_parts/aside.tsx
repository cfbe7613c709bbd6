import { getTranslations } from 'next-intl/server'
import { IssuedCertificates } from '@/components/certificate/issued'
import { Clause } from '@/components/record/clause'
import { LinkButton } from '@/components/ui/button'
import { NextStep, Section } from '@/components/ui/page-parts'
import { SummaryList } from '@/components/ui/summary-list'
import { formatDate, formatDateRange } from '@/lib/i18n/format'
import type { TermPage } from '@/lib/server/term/read-term-for-certifier'
import { currentLocale } from '@/lib/server/web/display'

export const TERM_ACTS = ['certify', 'return', 'revoke'] as const

/** What the bureau may do with the term, whose it is, the certificates made of it. */
export async function TermAside({ page, acting }: { page: TermPage; acting: boolean }) {
  const [t, terms, route, locale] = await Promise.all([
    getTranslations('term.bureau'),
    getTranslations('terms'),
    getTranslations('certification.year.route'),
    currentLocale(),
  ])
  // While an act is being confirmed its panel holds the page's one primary button.
  const open = acting ? [] : TERM_ACTS.filter((event) => page.actions.includes(event))
  const waits = page.authority !== null && !page.authority.reviewed
  const routeKey = page.routeClause?.replace('.', '-') ?? ''
  return (
    <>
      <NextStep
        action={open.map((event) => (
          <LinkButton
            key={event}
            href={`/bureau/certification/terms/${page.id}?act=${event}`}
            kind={event === 'certify' ? 'primary' : event === 'revoke' ? 'danger' : 'secondary'}
          >
            {t(`acts.${event}`)}
          </LinkButton>
        ))}
      >
        {waits ? <p>{t('authorityWait', { name: page.authority?.name ?? '' })}</p> : null}
        {open.includes('certify') ? (
          <p>{page.provisional.length > 0 ? t('provisional', { count: page.provisional.length }) : t('ready')}</p>
        ) : null}
        {open.includes('return') && !page.standing.met ? <p className="text-warn">{t('notMet')}</p> : null}
        {acting ? <p>{t('acting')}</p> : open.length === 0 && !waits ? <p>{t('nothing')}</p> : null}
      </NextStep>
      <Section title={t('who')}>
        <SummaryList
          items={[
            { id: 'id', term: t('idNumber'), value: page.person.idNumberMask },
            { id: 'employer', term: t('employer'), value: page.employer ?? terms('employmentKind.freelance') },
            ...(page.person.jobTitle ? [{ id: 'title', term: t('jobTitle'), value: page.person.jobTitle }] : []),
            { id: 'span', term: t('term'), value: formatDateRange(page.span.from, page.span.to, locale) },
            ...(page.transferredInOn ? [{ id: 'in', term: t('transferred'), value: formatDate(page.transferredInOn, locale) }] : []),
            ...(page.regionCode
              ? [
                  {
                    id: 'bureau',
                    term: t('office'),
                    value: (
                      <>
                        {terms(`region.${page.regionCode}`)}
                        {page.routeClause && route.has(routeKey) ? (
                          <div className="text-muted text-sm">
                            {route(routeKey)} (<Clause id={page.routeClause} />)
                          </div>
                        ) : null}
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <IssuedCertificates certificates={page.certificates} title={t('certificates')} check={t('check')} locale={locale} />
    </>
  )
}
