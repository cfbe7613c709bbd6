import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/ui/page-parts'
import { readSearch, type SearchParameters, textParam } from '@/lib/server/input/search'
import { readPerson } from '@/lib/server/person/read-person'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'
import { AccountActPanel } from '../../_parts/account-act'
import { ACCOUNT_ACTS, PERSON_ACTS } from '../../_parts/place'
import { PersonActPanel } from '../_parts/person-act'

interface Props {
  params: Promise<{ id: string; act: string }>
  searchParams: SearchParameters
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { act } = await params
  const t = await getTranslations('admin.act')
  return { title: t.has(`titles.${act}`) ? t(`titles.${act}`) : t('titles.none') }
}

/** One act on a person or their account, on a page of its own: the form answers there, with scripts and without. */
export default async function PersonActPage({ params, searchParams }: Props) {
  const actor = await pageActor('administrator')
  const { id, act } = await params
  const personAct = PERSON_ACTS.find((one) => one === act)
  const accountAct = ACCOUNT_ACTS.find((one) => one === act)
  if (!personAct && !accountAct) notFound()
  const [person, { of }, t] = await Promise.all([
    orNotFound(readPerson(actor, pathId(id))),
    readSearch(searchParams, { of: textParam() }),
    getTranslations('admin.act'),
  ])
  return (
    <div className="max-w-form">
      <PageHead title={t(`titles.${act}`)} lead={person.name} back={{ href: `/bureau/people/${person.id}`, text: person.name }} />
      {personAct ? <PersonActPanel actor={actor} person={person} act={personAct} of={of} /> : null}
      {accountAct && person.account ? <AccountActPanel actor={actor} account={person.account} act={accountAct} of={of} /> : null}
    </div>
  )
}
