import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CheckboxList } from '@/components/forms/checkbox-list'
import { TextArea } from '@/components/forms/text-area'
import { chosenIds, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { pageActor } from '@/lib/server/web/page'
import { MAX_YEARS_AT_ONCE } from '@/lib/server/year/certify-years'
import { readChosenYears } from '@/lib/server/year/read-chosen-years'
import { parted, Several } from '../../_parts/several'
import { certify } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certification.several'))('name') }
}

/** The ticked years once more, before they are certified in one act; lines on provisional figures are confirmed one by one, for one common reason. */
export default async function SeveralYearsPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [ids, at, t, common, terms] = await Promise.all([
    chosenIds(searchParams, 'year', MAX_YEARS_AT_ONCE),
    now(),
    getTranslations('certification.several'),
    getTranslations('common'),
    getTranslations('terms'),
  ])
  const act = { event: 'certify', permission: 'year_certify' } as const
  const { ready, blocked } = parted(ids.length > 0 ? await readChosenYears(actor, ids, act, at) : [])
  const count = ready.length
  const lines = ready.flatMap((year) => year.provisional.map((line) => ({ ...line, personName: year.personName })))
  return (
    <Several
      ready={ready}
      blocked={blocked}
      name="year"
      action={certify}
      back="/bureau/certification"
      words={{
        title: t('title', { count }),
        back: t('back'),
        none: t('none'),
        noneHint: t('noneHint'),
        ready: t('ready'),
        noneReady: t('noneReady'),
        blocked: t('blocked', { count: blocked.length }),
        person: t('person'),
        confirm: t('confirm', { count }),
        consequences: [t('consequence.issued'), t('consequence.told'), t('consequence.together')],
        submit: t('submit', { count }),
      }}
      columns={[
        { id: 'year', head: t('year'), cell: (row) => common('year', { year: String(row.year) }) },
        { id: 'professional', head: terms('subjectShort.professional'), numeric: true, cell: (row) => row.hours.professional },
        { id: 'total', head: t('total'), numeric: true, cell: (row) => row.hours.total },
      ]}
    >
      {lines.length > 0 ? (
        <>
          <CheckboxList
            name="confirmed"
            label={t('provisional', { count: lines.length })}
            hint={t('provisionalHint')}
            options={lines.map((line) => ({
              value: line.recordId,
              label: t('line', { name: line.personName, title: line.title }),
              hint: [terms(`category.${line.category}`), common('hours', { value: line.hours }), terms(`statusHint.${line.status}`)].join(
                ' · ',
              ),
            }))}
          />
          <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={300} rows={3} />
        </>
      ) : null}
    </Several>
  )
}
