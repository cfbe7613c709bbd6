import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { readPlatformWindows } from '@/lib/server/platform/read-platform'
import { now } from '@/lib/server/runtime/clock'
import { pageActor } from '@/lib/server/web/page'
import { WindowTable } from './_parts/window-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('platforms'))('title') }
}

/** The register of learning platforms as the city keeps it: every window with what it rests on. */
export default async function PlatformsPage() {
  const actor = await pageActor('administrator')
  const [at, t] = await Promise.all([now(), getTranslations('platforms')])
  const windows = await readPlatformWindows(actor, dateInShanghai(at))
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 pb-5 sm:pb-0">
        <PageHead title={t('title')} lead={t('lead')} />
        <LinkButton href="/bureau/platforms/new">{t('new')}</LinkButton>
      </div>
      <Sheet>
        {windows.length === 0 ? (
          <EmptyState title={t('empty')} action={<TextLink href="/bureau/platforms/new">{t('new')}</TextLink>}>
            {t('emptyHint')}
          </EmptyState>
        ) : (
          <WindowTable windows={windows} />
        )}
      </Sheet>
      <p className="mt-5 flex flex-wrap gap-x-6">
        <TextLink href="/register?part=platforms">{t('seePublic')}</TextLink>
        <TextLink href="/recognised">{t('seeRecognised')}</TextLink>
      </p>
    </>
  )
}
