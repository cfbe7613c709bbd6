import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, Table } from '@/components/ui/table'
import { chosenIds, type SearchParameters } from '@/lib/server/input/search'
import { MAX_AT_ONCE } from '@/lib/server/record/review/decide-records'
import { type ChosenRecord, readChosenRecords } from '@/lib/server/record/review/read-chosen-records'
import { now } from '@/lib/server/runtime/clock'
import { formProps } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { verify } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bureau.several'))('name') }
}

/** The ticked records once more, before they are verified in one act. */
export default async function SeveralPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [ids, at, t, common] = await Promise.all([
    chosenIds(searchParams, 'record', MAX_AT_ONCE),
    now(),
    getTranslations('bureau.several'),
    getTranslations('common'),
  ])
  const chosen = ids.length > 0 ? await readChosenRecords(actor, ids, at) : []
  const ready = chosen.filter(({ refusals }) => refusals.length === 0)
  const blocked = chosen.filter(({ refusals }) => refusals.length > 0)
  const back = { href: '/bureau/verification', text: t('back') }
  if (chosen.length === 0) {
    return (
      <>
        <PageHead title={t('none')} back={back} />
        <EmptyState title={t('noneHint')} action={<LinkButton href={back.href}>{back.text}</LinkButton>} />
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
            title={t('confirm', { count: ready.length, hours: ready.reduce((sum, { hours }) => sum + hours, 0) })}
            consequences={[t('consequence.registered'), t('consequence.told'), t('consequence.together')]}
          >
            <Form {...(await formProps())} action={verify}>
              {ready.map(({ id }) => (
                <input key={id} type="hidden" name="record[]" value={id} />
              ))}
              <HiddenField name="next" value="" />
              <HiddenField name="back" value="" />
              <div className="flex flex-wrap items-center gap-3">
                <SubmitButton>{t('submit', { count: ready.length })}</SubmitButton>
                <LinkButton kind="quiet" href={back.href}>
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

async function ChosenTable({ rows, caption }: { rows: readonly ChosenRecord[]; caption: string }) {
  const [t, terms, common, errors] = await Promise.all([
    getTranslations('bureau.several'),
    getTranslations('terms'),
    getTranslations('common'),
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
            </>
          ),
        },
        {
          id: 'title',
          head: t('content'),
          cell: (row) => (
            <>
              {row.title}
              <CellNote>{terms(`category.${row.category}`)}</CellNote>
              {row.refusals.map((refusal) => (
                <p key={refusal.code} className="text-sm text-warn">
                  {errors(`refusal.${refusal.code}`, refusal.detail)}
                </p>
              ))}
            </>
          ),
        },
        { id: 'hours', head: t('hours'), numeric: true, cell: (row) => common('hours', { value: row.hours }) },
      ]}
    />
  )
}
