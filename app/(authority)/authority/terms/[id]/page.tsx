import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { StateTag } from '@/components/record/state-tag'
import { TermFacts } from '@/components/term/facts'
import { LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { Notice } from '@/components/ui/notice'
import { Columns, NextStep, PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { readTermForCertifier, type TermPage } from '@/lib/server/term/read-term-for-certifier'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import { review, sendBack } from '../actions'

const ACTS = ['authority_review', 'return'] as const
const shape = { act: enumParam(ACTS) }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('term.bureau'))('pageName') }
}

/** A term of a municipal unit's person, for the authority that looks at its professional hours before the city bureau certifies (N6.1). */
export default async function AuthorityTermPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: SearchParameters
}) {
  const actor = await pageActor('authority_reviewer')
  const [{ id }, search, at, locale, t, authority] = await Promise.all([
    params,
    readSearch(searchParams, shape),
    now(),
    currentLocale(),
    getTranslations('term.bureau'),
    getTranslations('certification.authority'),
  ])
  const page = await orNotFound(readTermForCertifier(actor, id, at))
  const mine = ACTS.filter((event) => page.actions.includes(event))
  const act = search.act && mine.includes(search.act) ? search.act : null
  // While an act is being confirmed its panel holds the page's one primary button.
  const open = act ? [] : mine
  const { years } = page.standing
  const aside = (
    <NextStep
      action={open.map((event) => (
        <LinkButton key={event} href={`/authority/terms/${id}?act=${event}`} kind={event === 'authority_review' ? 'primary' : 'secondary'}>
          {t(`acts.${event}`)}
        </LinkButton>
      ))}
    >
      <p>{act ? t('acting') : mine.length > 0 ? authority('yours') : t('nothing')}</p>
      <p className="text-muted text-sm">{[page.employer, page.person.jobTitle].filter(Boolean).join(' · ')}</p>
    </NextStep>
  )
  return (
    <>
      <PageHead
        title={t('pageTitle', { name: page.person.name, from: String(years[0]), to: String(years.at(-1)) })}
        lead={<StateTag machine="term" state={page.state} />}
        back={{ href: '/authority', text: authority('name') }}
      />
      {page.isOwn ? <Notice tone="warn" title={t('ownTerm')} /> : null}
      {act ? <Act page={page} act={act} /> : null}
      <Columns label={t('whatNow')} aside={aside}>
        <Sheet>
          <TermFacts standing={page.standing} required={page.required} guard={page.guard} locale={locale} />
        </Sheet>
      </Columns>
    </>
  )
}

async function Act({ page, act }: { page: TermPage; act: (typeof ACTS)[number] }) {
  const [t, common, forms] = await Promise.all([getTranslations('term.bureau.act'), getTranslations('common'), formProps()])
  const { years } = page.standing
  const named = { name: page.person.name, from: String(years[0]), to: String(years.at(-1)) }
  return (
    <div className="mb-6">
      <ConfirmPanel title={t(`${act}.title`, named)} consequences={t.raw(`${act}.consequences`) as string[]}>
        <Form {...forms} action={act === 'return' ? sendBack : review}>
          <HiddenField name="term" value={page.id} />
          {act === 'return' ? (
            <TextArea name="reason" label={t('return.reason')} hint={t('return.reasonHint')} maxLength={500} rows={3} />
          ) : null}
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton>{t(`${act}.submit`)}</SubmitButton>
            <LinkButton kind="quiet" href={`/authority/terms/${page.id}`}>
              {common('actions.cancel')}
            </LinkButton>
          </div>
        </Form>
      </ConfirmPanel>
    </div>
  )
}
