import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import { StateTag } from '@/components/record/state-tag'
import { LinkButton } from '@/components/ui/button'
import { ConfirmPanel, TO_CONFIRM } from '@/components/ui/confirm-panel'
import { Notice } from '@/components/ui/notice'
import { Columns, NextStep, PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { SummaryList } from '@/components/ui/summary-list'
import { YearBars } from '@/components/year/bars'
import { YearLines } from '@/components/year/lines'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import { readYearForCertifier, type YearPage } from '@/lib/server/year/read-year-for-certifier'
import { isInGroup } from '@/lib/workflow/state-groups'
import { review, sendBack } from '../../actions'

const ACTS = ['authority_review', 'return'] as const
const shape = { act: enumParam(ACTS) }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certification.authority'))('name') }
}

/** A year of a municipal unit's person, for the authority that looks at its professional hours. */
export default async function AuthorityYearPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: SearchParameters
}) {
  const actor = await pageActor('authority_reviewer')
  const [{ id }, search, at, locale, t] = await Promise.all([
    params,
    readSearch(searchParams, shape),
    now(),
    currentLocale(),
    getTranslations('certification.authority'),
  ])
  const page = await orNotFound(readYearForCertifier(actor, id, at))
  const mine = ACTS.filter((event) => page.actions.includes(event))
  const act = search.act && mine.includes(search.act) ? search.act : null
  // While an act is being confirmed its panel holds the page's one primary button.
  const open = act ? [] : mine
  const aside = (
    <NextStep
      action={open.map((event) => (
        <LinkButton
          key={event}
          href={`/authority/years/${id}?act=${event}${TO_CONFIRM}`}
          kind={event === 'authority_review' ? 'primary' : 'secondary'}
        >
          {t(`acts.${event}`)}
        </LinkButton>
      ))}
    >
      <p>{t(act ? 'acting' : mine.length > 0 ? 'yours' : 'nothing')}</p>
    </NextStep>
  )
  return (
    <>
      <PageHead
        title={t('yearTitle', { name: page.person.name, year: String(page.year) })}
        lead={<StateTag machine="year" state={page.state} />}
        back={{ href: '/authority', text: t('name') }}
      />
      {page.isOwn ? <Notice tone="warn" title={t('own')} /> : null}
      {act ? <Act page={page} act={act} /> : null}
      <Columns label={t('whatNow')} aside={aside}>
        <Sheet>
          <SummaryList
            items={[
              { id: 'employer', term: t('employer'), value: page.employer },
              { id: 'job', term: t('jobTitle'), value: page.person.jobTitle },
            ].filter(({ value }) => value)}
          />
          <div className="mt-4">
            <YearBars
              locale={locale}
              hours={{ ...page.hours, waiting: { professional: 0, public: 0 } }}
              revoked={isInGroup('year', page.state, 'revoked')}
            />
          </div>
          <Section title={t('lines')}>
            <YearLines lines={page.lines} ruleSet={page.ruleSet} locale={locale} />
          </Section>
        </Sheet>
      </Columns>
    </>
  )
}

async function Act({ page, act }: { page: YearPage; act: (typeof ACTS)[number] }) {
  const [t, common, forms] = await Promise.all([getTranslations('certification.authority.act'), getTranslations('common'), formProps()])
  return (
    <div className="mb-6">
      <ConfirmPanel
        opened
        title={t(`${act}.title`, { name: page.person.name, year: String(page.year) })}
        consequences={t.raw(`${act}.consequences`) as string[]}
      >
        <Form {...forms} action={act === 'return' ? sendBack : review}>
          {act === 'return' ? <HiddenField name="year" value={page.id} /> : <input type="hidden" name="year[]" value={page.id} />}
          {act === 'return' ? (
            <TextArea name="reason" label={t('return.reason')} hint={t('return.reasonHint')} maxLength={500} rows={3} />
          ) : null}
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton>{t(`${act}.submit`)}</SubmitButton>
            <LinkButton kind="quiet" href={`/authority/years/${page.id}`}>
              {common('actions.cancel')}
            </LinkButton>
          </div>
        </Form>
      </ConfirmPanel>
    </div>
  )
}
