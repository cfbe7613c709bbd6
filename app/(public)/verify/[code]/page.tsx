import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { SummaryList } from '@/components/ui/summary-list'
import type { Tone } from '@/components/ui/tag'
import { YearBars } from '@/components/year/bars'
import { formatDate, formatInstant, formatNumber } from '@/lib/i18n/format'
import { type CheckedCertificate, readCertificateForCheck } from '@/lib/server/certificate/read-certificate-for-check'
import { ExpectedError } from '@/lib/server/input/errors'
import { currentLocale } from '@/lib/server/web/display'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { CertificateState } from '@/lib/workflow/states'
import { CheckForm } from '../_parts/check-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('verify'))('name'), robots: { index: false, follow: false } }
}

const TONES: Record<CertificateState, Tone> = { valid: 'ok', superseded: 'warn', revoked: 'bad' }

/** The answer for one code or number: whether it holds this moment, and what it says. */
export default async function CheckedPage({ params }: { params: Promise<{ code: string }> }) {
  const [{ code }, list, t] = await Promise.all([params, headers(), getTranslations('verify')])
  const answer = await check(decoded(code), askedFrom(list))
  if (answer === 'too_many') {
    return (
      <>
        <PageHead title={t('tooMany')} back={{ href: '/verify', text: t('name') }} />
        <Notice tone="warn">{t('tooManyHint')}</Notice>
      </>
    )
  }
  return (
    <>
      <PageHead title={t(`answer.${answer?.state ?? 'unknown'}.title`)} back={{ href: '/verify', text: t('name') }} />
      {answer ? (
        <Answer certificate={answer} />
      ) : (
        <Notice tone="bad" title={t('answer.unknown.what')}>
          {t('answer.unknown.todo')}
        </Notice>
      )}
      <Section title={t('another')}>
        <CheckForm primary={false} />
      </Section>
    </>
  )
}

async function Answer({ certificate }: { certificate: CheckedCertificate }) {
  const [t, common, locale] = await Promise.all([getTranslations('verify'), getTranslations('common'), currentLocale()])
  const { state, years, successor } = certificate
  const changed = formatInstant(certificate.changedAt, locale)
  const when = { date: changed, number: successor ?? '' }
  return (
    <>
      <Notice tone={TONES[state]} title={t(`answer.${state}.what`, when)}>
        {t(`answer.${state}.todo`)}
      </Notice>
      <Sheet label={t('name')}>
        <SummaryList
          items={[
            { id: 'number', term: t('number'), value: <span className="break-all tabular-nums">{certificate.number}</span> },
            { id: 'person', term: t('person'), value: t('masked', { name: certificate.maskedName }) },
            {
              id: 'year',
              term: t('year'),
              value:
                years.from === years.to
                  ? common('year', { year: String(years.from) })
                  : t('years', { from: String(years.from), to: String(years.to) }),
            },
            ...(certificate.average
              ? [
                  {
                    id: 'average',
                    term: t('average'),
                    value: t('averageHours', {
                      total: formatNumber(certificate.average.total, locale),
                      professional: formatNumber(certificate.average.professional, locale),
                    }),
                  },
                ]
              : []),
            { id: 'issuer', term: t('issuer'), value: certificate.issuer },
            { id: 'date', term: t('date'), value: formatDate(certificate.issuedOn, locale) },
          ]}
        />
        <div className="mt-5">
          <YearBars
            locale={locale}
            hours={{ ...certificate.hours, waiting: { professional: 0, public: 0 } }}
            revoked={isInGroup('certificate', state, 'revoked')}
          />
        </div>
      </Sheet>
    </>
  )
}

async function check(code: string, from: string): Promise<CheckedCertificate | 'too_many' | null> {
  try {
    return await readCertificateForCheck(code, from)
  } catch (error) {
    if (error instanceof ExpectedError && error.expected.code === 'too_many') return 'too_many'
    throw error
  }
}

function decoded(code: string): string {
  try {
    return decodeURIComponent(code)
  } catch {
    return ''
  }
}

/** The last address of the list is the one that our own proxy saw. */
function askedFrom(list: Headers): string {
  return list.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'here'
}
