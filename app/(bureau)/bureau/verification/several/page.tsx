import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HiddenField } from '@/components/forms/hidden-field'
import { CellNote } from '@/components/ui/table'
import { chosenIds, type SearchParameters } from '@/lib/server/input/search'
import { MAX_AT_ONCE } from '@/lib/server/record/review/decide-records'
import { readChosenRecords } from '@/lib/server/record/review/read-chosen-records'
import { now } from '@/lib/server/runtime/clock'
import { pageActor } from '@/lib/server/web/page'
import { parted, Several } from '../../_parts/several'
import { verify } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bureau.several'))('name') }
}

/** The ticked records once more, before they are verified in one act. */
export default async function SeveralRecordsPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [ids, at, t, terms, common] = await Promise.all([
    chosenIds(searchParams, 'record', MAX_AT_ONCE),
    now(),
    getTranslations('bureau.several'),
    getTranslations('terms'),
    getTranslations('common'),
  ])
  const { ready, blocked } = parted(ids.length > 0 ? await readChosenRecords(actor, ids, at) : [])
  const count = ready.length
  return (
    <Several
      ready={ready}
      blocked={blocked}
      name="record"
      action={verify}
      back="/bureau/verification"
      words={{
        title: t('title', { count }),
        back: t('back'),
        none: t('none'),
        noneHint: t('noneHint'),
        ready: t('ready'),
        noneReady: t('noneReady'),
        blocked: t('blocked', { count: blocked.length }),
        person: t('person'),
        confirm: t('confirm', { count, hours: ready.reduce((sum, { hours }) => sum + hours, 0) }),
        consequences: [t('consequence.registered'), t('consequence.told'), t('consequence.together')],
        submit: t('submit', { count }),
      }}
      columns={[
        {
          id: 'title',
          head: t('content'),
          cell: (row) => (
            <>
              {row.title}
              <CellNote>{terms(`category.${row.category}`)}</CellNote>
            </>
          ),
        },
        { id: 'hours', head: t('hours'), numeric: true, cell: (row) => common('hours', { value: row.hours }) },
      ]}
    >
      <HiddenField name="next" value="" />
      <HiddenField name="back" value="" />
    </Several>
  )
}
