import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { RuledList, Section } from '@/components/ui/page-parts'
import { formatInstant } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { CertificateState } from '@/lib/workflow/states'

interface IssuedView {
  id: string
  number: string
  code: string
  state: CertificateState
  issuedAt: string
}

/** The certificates of a year or term, each with links to its PDF and its public check; nothing where there are none. */
export function IssuedCertificates({
  certificates,
  title,
  check,
  locale,
}: {
  certificates: readonly IssuedView[]
  title: string
  check: string
  locale: Locale
}) {
  const states = useTranslations('states.certificate')
  if (certificates.length === 0) return null
  return (
    <Section title={title}>
      <RuledList>
        {certificates.map((certificate) => (
          <li key={certificate.id}>
            <a href={`/api/files/certificate/${certificate.id}`} className="inline-flex min-h-11 items-center">
              {certificate.number}
            </a>
            <div className="text-muted text-sm">
              {states(certificate.state)} · {formatInstant(certificate.issuedAt, locale)} ·{' '}
              <TextLink href={`/verify/${certificate.code}`}>{check}</TextLink>
            </div>
          </li>
        ))}
      </RuledList>
    </Section>
  )
}
