import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { RadioList } from '@/components/forms/radio-list'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { StateTag } from '@/components/record/state-tag'
import { EventTimeline } from '@/components/record/timeline'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { SummaryList } from '@/components/ui/summary-list'
import { formatDate } from '@/lib/i18n/format'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { VERDICTS } from '@/lib/server/objection/decide-objection'
import { APPEAL_VERDICTS } from '@/lib/server/objection/decide-objection-appeal'
import { type ObjectionPage, readObjection } from '@/lib/server/objection/read-objection'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import type { EventOf } from '@/lib/workflow/events'
import { confirmCall, decide, decideAppeal } from '../actions'

const shape = { done: enumParam(['decided', 'called'] as const) }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bureau.objections'))('name') }
}

/** One objection: what was objected to, by whom, and the bureau's finding where it is the bureau's to make. */
export default async function BureauObjectionPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: SearchParameters
}) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [{ id }, search, at, locale, t, errors] = await Promise.all([
    params,
    readSearch(searchParams, shape),
    now(),
    currentLocale(),
    getTranslations('bureau.objections'),
    getTranslations('errors'),
  ])
  const page = await orNotFound(readObjection(actor, id, at))
  const blocked = page.notNow[0]
  return (
    <>
      <PageHead
        title={t('detail', { title: page.record.title })}
        lead={<StateTag machine="objection" state={page.state} />}
        back={{ href: '/bureau/objections', text: t('name') }}
      />
      {search.done ? <Notice tone="ok" live title={t(`done.${search.done}`)} /> : null}
      <Sheet>
        <SummaryList
          items={[
            { id: 'reason', term: t('reason'), value: <p className="whitespace-pre-line">{page.reason}</p> },
            { id: 'objector', term: t('objector'), value: `${page.objectorName} · ${page.contactMask}` },
            { id: 'raised', term: t('raised'), value: formatDate(page.raisedOn, locale) },
            {
              id: 'record',
              term: t('record'),
              value: <TextLink href={`/bureau/records/${page.record.id}`}>{`${page.record.personName} · ${page.record.title}`}</TextLink>,
            },
            { id: 'unit', term: t('unit'), value: t('batch', { unit: page.batch.unit, date: formatDate(page.batch.endsOn, locale) }) },
            ...(page.finding ? [{ id: 'finding', term: t('finding'), value: <p className="whitespace-pre-line">{page.finding}</p> }] : []),
          ]}
        />
        <Section title={t('history')}>
          <EventTimeline
            machine="objection"
            locale={locale}
            events={page.events.map(({ id, event, at, actorName, officeName, reason }) => ({
              id,
              event: event as EventOf<'objection'>,
              at,
              by: [officeName, actorName].filter(Boolean).join(' ') || null,
              reason,
            }))}
          />
        </Section>
      </Sheet>
      <div className="mt-6">
        <Decision page={page} />
        {page.actions.length === 0 && blocked ? (
          <Notice title={t('notYet')}>{errors(`refusal.${blocked.code}`, blocked.detail)}</Notice>
        ) : null}
      </div>
    </>
  )
}

async function Decision({ page }: { page: ObjectionPage }) {
  const [t, forms] = await Promise.all([getTranslations('bureau.objections'), formProps()])
  if (page.mayCall) {
    return (
      <Form {...forms} action={confirmCall}>
        <HiddenField name="objection" value={page.id} />
        <p className="mb-3 max-w-text">{t('callHint')}</p>
        <SubmitButton kind="secondary">{t('called')}</SubmitButton>
      </Form>
    )
  }
  const onAppeal = page.actions.includes('allow')
  if (!onAppeal && !page.actions.includes('dismiss')) return null
  const verdicts = onAppeal ? APPEAL_VERDICTS : VERDICTS
  return (
    <Section title={t('outcome')}>
      <Form {...forms} action={onAppeal ? decideAppeal : decide}>
        <HiddenField name="objection" value={page.id} />
        <RadioList
          name="verdict"
          label={t('outcome')}
          options={verdicts.map((verdict) => ({ value: verdict, label: t(verdict), hint: t(`${verdict}Hint`) }))}
        />
        <TextArea name="finding" label={t('finding')} hint={t('findingHint')} maxLength={1000} />
        <SubmitButton>{t('submit')}</SubmitButton>
      </Form>
    </Section>
  )
}
