import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CheckboxList } from '@/components/forms/checkbox-list'
import { Form } from '@/components/forms/form'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, Table } from '@/components/ui/table'
import { chosenIds, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { formProps } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { MAX_YEARS_AT_ONCE } from '@/lib/server/year/certify-years'
import { type ChosenYear, readChosenYears } from '@/lib/server/year/read-chosen-years'
import { certify } from '../actions'

const BACK = '/bureau/certification'

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
  const chosen = ids.length > 0 ? await readChosenYears(actor, ids, { event: 'certify', permission: 'year_certify' }, at) : []
  const ready = chosen.filter(({ refusals }) => refusals.length === 0)
  const blocked = chosen.filter(({ refusals }) => refusals.length > 0)
  const lines = ready.flatMap((year) => year.provisional.map((line) => ({ ...line, personName: year.personName })))
  const back = { href: BACK, text: t('back') }
  if (chosen.length === 0) {
    return (
      <>
        <PageHead title={t('none')} back={back} />
        <EmptyState title={t('noneHint')} action={<LinkButton href={BACK}>{t('back')}</LinkButton>} />
      </>
    )
  }
  return (
    <>
      <PageHead title={t('title', { count: ready.length })} back={back} />
      <Sheet>
        {ready.length > 0 ? <ChosenTable rows={ready} caption={t('ready')} /> : <p>{t('noneReady')}</p>}
        {blocked.length > 0 ? (
          <Section title={t('blocked', { count: blocked.length })}>
            <ChosenTable rows={blocked} caption={t('blocked', { count: blocked.length })} />
          </Section>
        ) : null}
      </Sheet>
      {ready.length > 0 ? (
        <div className="mt-6">
          <ConfirmPanel
            title={t('confirm', { count: ready.length })}
            consequences={[t('consequence.issued'), t('consequence.told'), t('consequence.together')]}
          >
            <Form {...(await formProps())} action={certify}>
              {ready.map(({ id }) => (
                <input key={id} type="hidden" name="year[]" value={id} />
              ))}
              {lines.length > 0 ? (
                <>
                  <CheckboxList
                    name="confirmed"
                    label={t('provisional', { count: lines.length })}
                    hint={t('provisionalHint')}
                    options={lines.map((line) => ({
                      value: line.recordId,
                      label: t('line', { name: line.personName, title: line.title }),
                      hint: [
                        terms(`category.${line.category}`),
                        common('hours', { value: line.hours }),
                        terms(`statusHint.${line.status}`),
                      ].join(' · '),
                    }))}
                  />
                  <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={300} rows={3} />
                </>
              ) : null}
              <div className="flex flex-wrap items-center gap-3">
                <SubmitButton>{t('submit', { count: ready.length })}</SubmitButton>
                <LinkButton kind="quiet" href={BACK}>
                  {common('actions.cancel')}
                </LinkButton>
              </div>
            </Form>
          </ConfirmPanel>
        </div>
      ) : null}
    </>
  )
}

async function ChosenTable({ rows, caption }: { rows: readonly ChosenYear[]; caption: string }) {
  const [t, common, terms, errors] = await Promise.all([
    getTranslations('certification.several'),
    getTranslations('common'),
    getTranslations('terms'),
    getTranslations('errors'),
  ])
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'person',
          head: t('person'),
          cell: (row) => (
            <>
              <b>{row.personName}</b>
              <CellNote>{row.employer ?? terms('employmentKind.freelance')}</CellNote>
              {row.refusals.map((refusal) => (
                <p key={refusal.code} className="text-sm text-warn">
                  {errors(`refusal.${refusal.code}`, refusal.detail)}
                </p>
              ))}
            </>
          ),
        },
        { id: 'year', head: t('year'), cell: (row) => common('year', { year: String(row.year) }) },
        { id: 'professional', head: terms('subjectShort.professional'), numeric: true, cell: (row) => row.hours.professional },
        { id: 'total', head: t('total'), numeric: true, cell: (row) => row.hours.total },
      ]}
    />
  )
}
