import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { CountMark } from './count-mark'
import type { ShellData, ShellRole } from './types'

/** The signed-in person and role, with a menu of the other roles and signing out. A details element, so that it works without scripts. */
export function AccountMenu({ account }: { account: ShellData['account'] }) {
  const t = useTranslations('nav')
  const terms = useTranslations('terms')
  if (!account) {
    return (
      <TextLink href="/sign-in" className="flex min-h-11 items-center px-1 text-sm sm:px-1.5">
        {t('signIn')}
      </TextLink>
    )
  }
  const wording = (role: ShellRole) => [terms(`role.${role.role}`), role.organization].filter(Boolean).join(' · ')
  return (
    <>
      <TextLink href="/account/notifications" className="flex min-h-11 items-center px-1 text-sm sm:px-1.5">
        <span aria-hidden={account.unread > 0}>{t('notifications')}</span>
        {account.unread > 0 ? (
          <>
            <CountMark count={account.unread} />
            <span className="sr-only">{t('unread', { count: account.unread })}</span>
          </>
        ) : null}
      </TextLink>
      <details className="group relative">
        <summary className="flex min-h-11 list-none items-center gap-1 px-1 text-accent text-sm sm:px-1.5 underline underline-offset-[0.2em] [&::-webkit-details-marker]:hidden">
          {account.name}
          <span className="hidden sm:inline"> · {terms(`role.${account.current.role}`)}</span>
          <span aria-hidden="true" className="group-open:rotate-180">
            ▾
          </span>
        </summary>
        <div className="absolute right-0 z-20 w-72 rounded max-sm:fixed max-sm:inset-x-4 max-sm:w-auto border border-line bg-paper p-4 shadow-lg">
          <p className="text-muted text-sm">{t('currentRole')}</p>
          <p className="font-semibold">{wording(account.current)}</p>
          {account.others.length > 0 ? (
            <form action="/api/session/role" method="post" className="mt-3 border-line border-t pt-3">
              <p className="text-muted text-sm">{t('switchRole')}</p>
              <ul>
                {account.others.map((role) => (
                  <li key={role.grantId ?? role.role}>
                    <button
                      type="submit"
                      name="grantId"
                      value={role.grantId ?? ''}
                      className="min-h-11 w-full py-1 text-left text-accent underline underline-offset-[0.2em]"
                    >
                      {wording(role)}
                    </button>
                  </li>
                ))}
              </ul>
            </form>
          ) : null}
          <TextLink href="/account/password" className="mt-3 flex min-h-11 items-center border-line border-t pt-2">
            {t('password')}
          </TextLink>
          <form action="/api/session/sign-out" method="post" className="mt-3 border-line border-t pt-2">
            <button type="submit" className="min-h-11 w-full text-left text-accent underline underline-offset-[0.2em]">
              {t('signOut')}
            </button>
          </form>
        </div>
      </details>
    </>
  )
}
