import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Actions, PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { formatInstant } from '@/lib/i18n/format'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { type RuleSetEntry, readRuleSets } from '@/lib/server/rule-set/read-rule-sets'
import { pageActor } from '@/lib/server/web/page'
import { toneOf } from '@/lib/workflow/tone'
import { ruleSetWords } from './_parts/words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ruleVersions'))('title') }
}

/** The versions of the rules: what is in force from which year on, and what is being worked on. */
export default async function RuleSetsPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('administrator')
  const [{ done }, { published, drafts, discarded }, t] = await Promise.all([
    readSearch(searchParams, { done: enumParam(['discarded']) }),
    readRuleSets(actor),
    getTranslations('ruleVersions'),
  ])
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {done ? <Notice tone="ok" live title={t('done.discarded')} /> : null}
      <Actions>
        <LinkButton href="/bureau/rules/new">{t('new.start')}</LinkButton>
        <LinkButton kind="secondary" href="/bureau/rules/open">
          {t('open.title')}
        </LinkButton>
      </Actions>
      <Sheet>
        <Section title={t('drafts')}>
          {drafts.length === 0 ? (
            <EmptyState title={t('noDrafts')}>{t('noDraftsLead')}</EmptyState>
          ) : (
            <Versions caption={t('drafts')} rows={drafts} />
          )}
        </Section>
        <Section title={t('published')}>
          <Versions caption={t('published')} rows={published} />
        </Section>
        {discarded.length > 0 ? (
          <Section title={t('discarded')}>
            <Versions caption={t('discarded')} rows={discarded} />
          </Section>
        ) : null}
      </Sheet>
    </>
  )
}

async function Versions({ caption, rows }: { caption: string; rows: readonly RuleSetEntry[] }) {
  const [{ t, yearsWord, locale }, states] = await Promise.all([ruleSetWords(), getTranslations('states.rule_set')])
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'name',
          head: t('version'),
          cell: (row) => (
            <>
              <TextLink href={`/bureau/rules/${row.id}`} className="font-semibold">
                {row.title || row.code}
              </TextLink>
              {row.title && !row.code.startsWith('draft-') ? <CellNote>{row.code}</CellNote> : null}
            </>
          ),
        },
        {
          id: 'years',
          head: t('years'),
          cell: (row) => (row.replaced ? t('replaced', { year: String(row.effectiveYear) }) : yearsWord(row.effectiveYear, row.untilYear)),
        },
        {
          id: 'state',
          head: t('state'),
          cell: (row) => (
            <Tag tone={row.replaced ? 'off' : toneOf('rule_set', row.state)}>{row.replaced ? t('replacedTag') : states(row.state)}</Tag>
          ),
        },
        {
          id: 'at',
          head: t('when'),
          cell: (row) =>
            row.by === null ? (
              t('supplied')
            ) : (
              <>
                <time dateTime={row.at}>{formatInstant(row.at, locale)}</time>
                <CellNote>{row.by}</CellNote>
              </>
            ),
        },
      ]}
    />
  )
}
