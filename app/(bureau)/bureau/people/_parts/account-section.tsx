import { getTranslations } from 'next-intl/server'
import { TextLink } from '@/components/ui/link'
import { RuledList, Section } from '@/components/ui/page-parts'
import { type SummaryItem, SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { formatDate } from '@/lib/i18n/format'
import type { AccountForAdministration } from '@/lib/server/account/read-account'
import { buildUrl } from '@/lib/server/input/search'
import { currentLocale } from '@/lib/server/web/display'
import { ActLink } from './act-link'
import { accountPage } from './place'

/** Signing in and the offices of an account, with the ways to change them; one's own only shows. */
export async function AccountSection({ account, own }: { account: AccountForAdministration; own: boolean }) {
  const [t, terms, locale] = await Promise.all([getTranslations('admin.person'), getTranslations('terms'), currentLocale()])
  const page = accountPage(account)
  const items: SummaryItem[] = [
    { id: 'login', term: t('login'), value: account.loginName },
    {
      id: 'standing',
      term: t('standing'),
      value: (
        <span className="flex flex-wrap items-center gap-x-3">
          <Tag tone={account.active ? 'ok' : 'off'}>{t(account.active ? 'maySignIn' : 'mayNotSignIn')}</Tag>
          {own ? null : <ActLink href={`${page}/standing`}>{t(account.active ? 'deactivate' : 'activate')}</ActLink>}
        </span>
      ),
    },
    {
      id: 'password',
      term: t('password'),
      value: (
        <span className="flex flex-wrap items-center gap-x-3">
          {t(account.mustChange ? 'passwordFirst' : 'passwordOwn')}
          {own ? null : <ActLink href={`${page}/reset`}>{t('reset')}</ActLink>}
        </span>
      ),
    },
  ]
  return (
    <>
      <Section title={t('account')} id="account">
        {own ? <p className="mb-2 text-muted">{t('ownAccount')}</p> : null}
        <SummaryList items={items} />
      </Section>
      <Section title={t('offices')} id="offices">
        {account.grants.length === 0 ? <p className="text-muted">{t('noOffices')}</p> : null}
        <RuledList>
          {account.grants.map((grant) => (
            <li key={grant.id} className="flex flex-wrap items-center justify-between gap-x-4">
              <span>
                <span className="font-semibold">{terms(`role.${grant.role}`)}</span> ·{' '}
                <TextLink href={`/bureau/organizations/${grant.organization.id}`}>{grant.organization.name}</TextLink>
                <span className="block text-muted text-sm">
                  {t('since', { date: formatDate(grant.grantedAt.toISOString().slice(0, 10), locale) })}
                </span>
              </span>
              {own ? null : <ActLink href={buildUrl(`${page}/end-office`, { of: grant.id })}>{t('endOffice')}</ActLink>}
            </li>
          ))}
        </RuledList>
        {own ? null : (
          <p className="mt-4">
            <ActLink href={`${page}/grant`}>{t('grant')}</ActLink>
          </p>
        )}
      </Section>
    </>
  )
}
