import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FilingFileStep } from '@/components/filing/file-step'
import { FilingFieldsForm, FilingFormPage } from '@/components/filing/filing-form'
import { BUREAU_REVIEWERS, TRAINING_HOLDERS } from '@/lib/access/types'
import { FILE_PROBLEMS } from '@/lib/server/files/accept-evidence'
import { readFilingDraft } from '@/lib/server/filing/read-filing-draft'
import { FILING_STEPS, filingFieldsOf } from '@/lib/server/filing/steps'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'
import { removeFile, saveStep } from '../../../actions'
import { CheckStep } from './_parts/check-step'

const shape = {
  from: enumParam(['check']),
  problem: enumParam([...FILE_PROBLEMS, 'file_lost']),
  done: enumParam(['added', 'removed']),
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('filing.list'))('name') }
}

/** One page of the form; every page saves. */
export default async function EditTrainingStepPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string; step: string }>
  searchParams: SearchParameters
}) {
  const actor = await pageActor(...TRAINING_HOLDERS, ...BUREAU_REVIEWERS)
  const [{ id, step: asked }, search, at, form, locale] = await Promise.all([
    params,
    readSearch(searchParams, shape),
    now(),
    formProps(),
    currentLocale(),
  ])
  const draft = await orNotFound(readFilingDraft(actor, pathId(id), at))
  const step = FILING_STEPS.find((one) => one === asked && draft.steps.includes(one)) ?? notFound()
  return (
    <FilingFormPage draft={draft} step={step}>
      {step === 'file' ? (
        <FilingFileStep draft={draft} problem={search.problem} done={search.done} remove={removeFile} form={form} />
      ) : step === 'check' ? (
        <CheckStep actor={actor} draft={draft} at={at} form={form} locale={locale} />
      ) : (
        <FilingFieldsForm
          draft={draft}
          step={step}
          fields={filingFieldsOf(step, draft)}
          from={search.from ?? 'form'}
          action={saveStep}
          form={form}
          locale={locale}
        />
      )}
    </FilingFormPage>
  )
}
