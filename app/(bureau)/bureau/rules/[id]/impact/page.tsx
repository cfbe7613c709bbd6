import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CheckboxList } from '@/components/forms/checkbox-list'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { dateInShanghai, yearOf } from '@/lib/calendar/plain-date'
import { formatInstant } from '@/lib/i18n/format'
import type { JobView } from '@/lib/server/impact/read-jobs'
import { now } from '@/lib/server/runtime/clock'
import { readSettings } from '@/lib/server/runtime/settings'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { draftPage } from '../../_parts/draft-page'
import { askForImpact } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ruleVersions.impact'))('title') }
}

const TONES = { waiting: 'wait', running: 'wait', done: 'ok', cancelled: 'off', failed: 'bad' } as const

/** For which years a draft is to be tried out on everybody, and what was tried before. */
export default async function ImpactPage({ params }: { params: Promise<{ id: string }> }) {
  const { row, jobs } = await draftPage(params)
  const [t, at, settings, form] = await Promise.all([getTranslations('ruleVersions.impact'), now(), readSettings(), formProps()])
  const thisYear = yearOf(dateInShanghai(at))
  const years = [...new Set([thisYear - 1, thisYear, row.effectiveYear, ...settings.openYears])].sort((a, b) => a - b)
  const runs = jobs.filter(({ kind }) => kind === 'impact')
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} back={{ href: `/bureau/rules/${row.id}`, text: row.title }} />
      <div className="mb-6 max-w-form">
        <Form action={askForImpact} {...form}>
          <HiddenField name="id" value={row.id} />
          <CheckboxList
            name="years"
            label={t('years')}
            hint={t('yearsHint')}
            defaultValues={[String(Math.min(row.effectiveYear, thisYear))]}
            options={years.map((year) => ({ value: String(year), label: t('year', { year: String(year) }) }))}
          />
          <SubmitButton>{t('submit')}</SubmitButton>
        </Form>
      </div>
      <Sheet>
        <Section title={t('runs')}>
          {runs.length === 0 ? (
            <EmptyState title={t('noRuns')}>{t('noRunsLead')}</EmptyState>
          ) : (
            <Runs id={row.id} rows={runs} version={row.version} />
          )}
        </Section>
      </Sheet>
    </>
  )
}

async function Runs({ id, rows, version }: { id: string; rows: readonly JobView[]; version: number }) {
  const [t, locale] = await Promise.all([getTranslations('ruleVersions.impact'), currentLocale()])
  return (
    <Table
      caption={t('runs')}
      rows={rows}
      rowKey={(run) => run.id}
      columns={[
        {
          id: 'when',
          head: t('when'),
          cell: (run) => <TextLink href={`/bureau/rules/${id}/impact/${run.id}`}>{formatInstant(run.createdAt, locale)}</TextLink>,
        },
        { id: 'years', head: t('yearsHead'), cell: (run) => run.years.join(' · ') },
        {
          id: 'standing',
          head: t('standing'),
          cell: (run) => <Tag tone={TONES[run.standing]}>{t(`standingWord.${run.standing}`)}</Tag>,
        },
        { id: 'draft', head: t('draft'), cell: (run) => (run.draftVersion === version ? t('draftNow') : t('draftThen')) },
        { id: 'lost', head: t('direction.lost'), numeric: true, cell: (run) => run.counts.lost ?? 0 },
        { id: 'gained', head: t('direction.gained'), numeric: true, cell: (run) => run.counts.gained ?? 0 },
      ]}
    />
  )
}
