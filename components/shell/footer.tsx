import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TextLink } from '@/components/ui/link'
import type { SiteDetails } from './types'

/** The bureau's contact and office hours, the site's registration numbers (ICP, public security) and the privacy notice. */
export function Footer({ site }: { site: SiteDetails }) {
  const t = useTranslations('nav')
  return (
    <footer className="mt-auto border-line border-t bg-paper text-sm" data-print="no">
      <div className="mx-auto grid max-w-page gap-6 px-4 py-8 sm:grid-cols-2 sm:px-6">
        <section aria-label={t('footer.contact')}>
          <p className="font-semibold text-base">{site.operator ?? t('site')}</p>
          <dl className="mt-1">
            <Detail name={t('footer.address')}>{site.address}</Detail>
            <Detail name={t('footer.phone')}>
              {site.phone ? <a href={`tel:${site.phone.replaceAll(/[^+\d]/g, '')}`}>{site.phone}</a> : null}
            </Detail>
            <Detail name={t('footer.hours')}>{site.officeHours}</Detail>
          </dl>
        </section>
        <section aria-label={t('footer.about')} className="sm:text-right">
          <ul className="flex flex-wrap gap-x-5 sm:justify-end">
            {['rules', 'register', 'board', 'verify'].map((key) => (
              <li key={key}>
                <TextLink href={`/${key}`} className="inline-flex min-h-11 items-center">
                  {t(key)}
                </TextLink>
              </li>
            ))}
            <li>
              <TextLink href="/privacy" className="inline-flex min-h-11 items-center">
                {t('footer.privacy')}
              </TextLink>
            </li>
          </ul>
          <p className="text-muted">
            {site.icp ? (
              <a href="https://beian.miit.gov.cn/" rel="noreferrer" className="inline-flex min-h-6 items-center">
                {site.icp}
              </a>
            ) : null}
            {site.icp && site.psb ? ' · ' : null}
            {site.psb ? (
              <a href="https://beian.mps.gov.cn/" rel="noreferrer" className="inline-flex min-h-6 items-center">
                {site.psb}
              </a>
            ) : null}
          </p>
        </section>
      </div>
    </footer>
  )
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null
  return (
    <div className="flex flex-wrap gap-x-3">
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
