import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Actions, PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { Timeline } from '@/components/ui/timeline'
import { formatInstant } from '@/lib/i18n/format'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { type RuleSetPage, readRuleSet } from '@/lib/server/rule-draft/read-rule-set'
import { formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'
import { toneOf } from '@/lib/workflow/tone'
import { Contents } from '../_parts/contents'
import { Difference } from '../_parts/difference'
import { Problems } from '../_parts/problems'
import { Recount } from '../_parts/recount'
import { ruleSetWords } from '../_parts/words'
import { discard } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ruleVersions'))('version') }
}

/** A version of the rules: what it says, what differs, what keeps a draft from being published, what happened to it. */
export default async function RuleSetPageOf({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: SearchParameters }) {
  const actor = await pageActor('administrator')
  const { id } = await params
  const [{ done }, page, t] = await Promise.all([
    readSearch(searchParams, { done: enumParam(['started', 'saved', 'published'] as const) }),
    orNotFound(readRuleSet(actor, pathId(id))),
    getTranslations('ruleVersions'),
  ])
  const { row, base, changed, editable } = page
  const recount = page.jobs.find(({ kind }) => kind === 'recompute')
  const problems = page.problems.filter(({ code }) => code !== 'nothing_changed')
  return (
    <>
      <PageHead title={row.title || row.code} back={{ href: '/bureau/rules', text: t('title') }} lead={<Standing page={page} />} />
      {done ? <Notice tone="ok" live title={t(`done.${done}`)} /> : null}
      {recount ? <Recount job={recount} href={`/bureau/rules/${row.id}`} /> : null}
      {editable ? (
        <>
          <Problems id={row.id} problems={problems} editable />
          <Actions>
            <LinkButton href={`/bureau/rules/${row.id}/publish`}>{t('publish.go')}</LinkButton>
            <LinkButton kind="secondary" href={`/bureau/rules/${row.id}/impact`}>
              {t('impact.go')}
            </LinkButton>
          </Actions>
        </>
      ) : null}
      <Sheet>
        {base ? (
          <Section title={t('difference.title', { code: base.title || base.code })}>
            {changed.length === 0 ? (
              <EmptyState title={t('difference.none')}>{editable ? t('difference.noneLead') : null}</EmptyState>
            ) : (
              <Difference row={row} base={base} changed={changed} editable={editable} />
            )}
          </Section>
        ) : null}
        <Contents row={row} editable={editable} />
        <History page={page} />
      </Sheet>
      {editable ? <Discard id={row.id} version={row.version} /> : null}
    </>
  )
}

async function Standing({ page }: { page: RuleSetPage }) {
  const { row, editors, publisher, editable, untilYear } = page
  const [{ t, yearsWord, locale }, states] = await Promise.all([ruleSetWords(), getTranslations('states.rule_set')])
  const change = { href: `/bureau/rules/${row.id}/head`, text: t('change'), label: t('changeOf', { place: t('head') }) }
  return (
    <SummaryList
      items={[
        { id: 'state', term: t('state'), value: <Tag tone={toneOf('rule_set', row.state)}>{states(row.state)}</Tag> },
        { id: 'years', term: t('years'), value: yearsWord(row.effectiveYear, untilYear), ...(editable ? { change } : {}) },
        ...(row.code.startsWith('draft-') ? [] : [{ id: 'code', term: t('code'), value: row.code }]),
        ...(editors.length > 0 ? [{ id: 'editors', term: t('editors'), value: editors.join(t('and')) }] : []),
        ...(row.publishedAt
          ? [
              {
                id: 'published',
                term: t('publishedAt'),
                value: [formatInstant(row.publishedAt, locale), publisher].filter(Boolean).join(' · '),
              },
            ]
          : []),
      ]}
    />
  )
}

async function History({ page }: { page: RuleSetPage }) {
  const [{ t, placeName, locale }, events] = await Promise.all([ruleSetWords(), getTranslations('states.event.rule_set')])
  if (page.events.length === 0) return null
  return (
    <Section title={t('history')}>
      <Timeline
        label={t('history')}
        items={page.events.map(({ id, event, at, by, place, document }) => ({
          id,
          when: <time dateTime={at}>{formatInstant(at, locale)}</time>,
          title: [by, events(event)].filter(Boolean).join(' '),
          note: place === null ? null : [placeName(place), document].filter(Boolean).join(' · '),
        }))}
      />
    </Section>
  )
}

async function Discard({ id, version }: { id: string; version: number }) {
  const [t, form] = await Promise.all([getTranslations('ruleVersions.discard'), formProps()])
  return (
    <div className="mt-9">
      <Disclosure summary={t('title')}>
        <ConfirmPanel title={t('title')} consequences={[t('what'), t('stays')]}>
          <Form action={discard} prefix="discard" {...form}>
            <HiddenField name="id" value={id} />
            <HiddenField name="version" value={String(version)} />
            <SubmitButton kind="danger">{t('submit')}</SubmitButton>
          </Form>
        </ConfirmPanel>
      </Disclosure>
    </div>
  )
}
