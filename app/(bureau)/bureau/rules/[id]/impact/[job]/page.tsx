import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { JobProgress } from '@/components/job/progress'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { impactSearch, readImpactGroups } from '@/lib/server/impact/read-impact'
import { changedIn, type JobView, readJob } from '@/lib/server/impact/read-jobs'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
import { isUnfinished } from '@/lib/server/job/job-status'
import { readRuleSet } from '@/lib/server/rule-draft/read-rule-set'
import { formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'
import { stopImpact } from '../../../actions'
import { ImpactChanges } from './_parts/changes'
import { ImpactGroups } from './_parts/groups'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ruleVersions.impact'))('title') }
}

/** What a draft would make of everybody's years: how many change, where, and each person's before and after. */
export default async function ImpactRunPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string; job: string }>
  searchParams: SearchParameters
}) {
  const actor = await pageActor('administrator')
  const { id, job } = await params
  const [run, page, search, t] = await Promise.all([
    orNotFound(readJob(actor, pathId(id), pathId(job))),
    orNotFound(readRuleSet(actor, pathId(id))),
    readSearch(searchParams, impactSearch),
    getTranslations('ruleVersions.impact'),
  ])
  const path = `/bureau/rules/${id}/impact/${job}`
  const changed = changedIn(run)
  return (
    <>
      <PageHead
        title={t('titleOf', { years: run.years.join(' · ') })}
        lead={run.draftVersion === page.row.version || !page.editable ? page.row.title : t('olderDraft')}
        back={{ href: page.editable ? `/bureau/rules/${id}/impact` : `/bureau/rules/${id}`, text: t('back') }}
      />
      <Progress run={run} path={path} changed={changed} />
      {changed > 0 ? (
        <>
          {isUnfinished(run) ? null : <ImpactGroups path={path} groups={await readImpactGroups(actor, job)} />}
          <ImpactChanges actor={actor} jobId={job} path={path} search={search} />
        </>
      ) : run.standing === 'done' ? (
        <Sheet>
          {run.counts.years ? (
            <EmptyState title={t('nothing')}>{t('nothingLead')}</EmptyState>
          ) : (
            <EmptyState title={t('nobodyThere', { years: run.years.join(' · ') })}>{t('nobodyLead')}</EmptyState>
          )}
        </Sheet>
      ) : null}
    </>
  )
}

async function Progress({ run, path, changed }: { run: JobView; path: string; changed: number }) {
  const [t, form] = await Promise.all([getTranslations('ruleVersions.impact'), formProps()])
  const { done, total, counts, standing, seconds } = run
  return (
    <>
      <JobProgress
        running={isUnfinished(run)}
        done={done}
        total={total}
        refresh={{ href: path, text: t('refresh'), label: t('progressLabel') }}
        words={
          <>
            <p className="font-semibold">{t(`progress.${standing}`, { done, total: total ?? 0, seconds: seconds ?? 0 })}</p>
            <p>
              {t('found', { years: counts.years ?? 0, changed, lost: counts.lost ?? 0, gained: counts.gained ?? 0 })}
              {isUnfinished(run) ? ` ${t('leave')}` : null}
            </p>
          </>
        }
      />
      {isUnfinished(run) ? (
        <Form action={stopImpact} {...form}>
          <HiddenField name="id" value={run.id} />
          <SubmitButton kind="secondary">{t('stop')}</SubmitButton>
        </Form>
      ) : null}
    </>
  )
}
