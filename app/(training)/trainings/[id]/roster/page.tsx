import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RosterView } from '@/components/roster/roster-view'
import { TRAINING_HOLDERS } from '@/lib/access/types'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
import { readRoster, rosterSearch } from '@/lib/server/roster/read-roster'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale, formProps, newFormKey } from '@/lib/server/web/display'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'
import { add, confirm, discard, remove, takeBack } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roster'))('name') }
}

/** Who attended a training that the provider or employer filed: upload, check, confirm, and what people said. */
export default async function RosterPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: SearchParameters }) {
  const actor = await pageActor(...TRAINING_HOLDERS)
  const id = pathId((await params).id)
  const [search, at, form, locale] = await Promise.all([readSearch(searchParams, rosterSearch), now(), formProps(), currentLocale()])
  const page = await orNotFound(readRoster(actor, id, search, at))
  return (
    <RosterView
      {...page}
      open={search.roster}
      further={search.after !== null}
      problem={search.problem ? { code: search.problem, at: search.at } : null}
      done={search.done}
      form={form}
      newKey={newFormKey}
      actions={{ add, remove, confirm, discard, takeBack }}
      locale={locale}
    />
  )
}
