import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { readOfficeAccount } from '@/lib/server/account/read-account'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'
import { AccountSection } from '../../_parts/account-section'
import { DONE } from '../../_parts/place'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.people'))('account') }
}

export default async function AccountPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: SearchParameters }) {
  const actor = await pageActor('administrator')
  const [account, { done }, people, t] = await Promise.all([
    orNotFound(readOfficeAccount(actor, pathId((await params).id))),
    readSearch(searchParams, { done: enumParam(DONE) }),
    getTranslations('admin.people'),
    getTranslations('admin.person'),
  ])
  return (
    <>
      <PageHead
        title={account.displayName}
        lead={people('accountLead')}
        back={{ href: '/bureau/people/accounts', text: people('accounts') }}
      />
      {done ? <Notice tone="ok" live title={t(`done.${done}`)} /> : null}
      <Sheet>
        <AccountSection account={account} own={account.id === actor.accountId} />
      </Sheet>
    </>
  )
}
