import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { AccountMenu } from './account-menu'
import { NavLink } from './nav-link'
import { navigationFor } from './navigation'
import { PreferenceForms } from './preference-forms'
import type { ShellData } from './types'
import { WaitingCount } from './waiting-count'

/** The site's name, the navigation of the current role, account, language and text size. */
export function Header({ shell }: { shell: ShellData }) {
  const t = useTranslations('nav')
  const common = useTranslations('common')
  const entries = navigationFor(shell.account?.current.role ?? null)
  return (
    <header className="border-line border-b bg-paper" data-print="no">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-3 px-4 md:gap-x-7 sm:px-6">
        <TextLink href="/" className="flex min-h-14 items-center text-ink no-underline hover:underline md:min-h-16">
          <span className="flex items-baseline gap-x-2.5">
            <span className="font-semibold text-lg">{common('product')}</span>
            <span className="hidden text-muted text-sm sm:inline">{t('site')}</span>
          </span>
        </TextLink>
        <div className="ml-auto flex flex-wrap items-center gap-x-1 md:order-last">
          <AccountMenu account={shell.account} />
          <PreferenceForms locale={shell.locale} textSize={shell.textSize} />
        </div>
        <nav
          aria-label={t('main')}
          className="-mx-4 w-[calc(100%+2rem)] border-line border-t px-4 sm:mx-0 sm:w-full sm:px-0 md:w-auto md:border-t-0"
        >
          <ul className="flex flex-wrap gap-x-5.5">
            {entries.map((entry) => (
              <li key={entry.href}>
                <NavLink href={entry.href} exact={entry.exact ?? false} also={entry.also ?? null}>
                  {t(entry.key)}
                  <WaitingCount count={shell.account?.waiting[entry.key] ?? 0} />
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  )
}
