import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/ui/page-parts'
import { readOfficeAccount } from '@/lib/server/account/read-account'
import { readSearch, type SearchParameters, textParam } from '@/lib/server/input/search'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'
import { AccountActPanel } from '../../../_parts/account-act'
import { ACCOUNT_ACTS } from '../../../_parts/place'

interface Props {
  params: Promise<{ id: string; act: string }>
  searchParams: SearchParameters
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { act } = await params
  const t = await getTranslations('admin.act')
  return { title: t.has(`titles.${act}`) ? t(`titles.${act}`) : t('titles.none') }
}

/** One act on an account of an office, on a page of its own. */
export default async function AccountActPage({ params, searchParams }: Props) {
  const actor = await pageActor('administrator')
  const { id, act: given } = await params
  const act = ACCOUNT_ACTS.find((one) => one === given)
  if (!act) notFound()
  const [account, { of }, t] = await Promise.all([
    orNotFound(readOfficeAccount(actor, pathId(id))),
    readSearch(searchParams, { of: textParam() }),
    getTranslations('admin.act'),
  ])
  return (
    <div className="max-w-form">
      <PageHead
        title={t(`titles.${act}`)}
        lead={account.displayName}
        back={{ href: `/bureau/people/accounts/${account.id}`, text: account.displayName }}
      />
      <AccountActPanel actor={actor} account={account} act={act} of={of} />
    </div>
  )
}
