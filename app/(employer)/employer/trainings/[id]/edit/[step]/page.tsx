import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FilingCheckStep } from '@/components/filing/check-step'
import { FilingFileStep } from '@/components/filing/file-step'
import { FilingFieldsForm, FilingFormPage } from '@/components/filing/filing-form'
import { readFilingForm } from '@/lib/server/filing/read-filing-form'
import type { SearchParameters } from '@/lib/server/input/search'
import { pageActor } from '@/lib/server/web/page'
import { removeFile, saveStep, submit } from '../../../actions'

const BASE = '/employer/trainings'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('filing.list'))('name') }
}

/** One page of the form; every page saves. */
export default async function EditFilingStepPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string; step: string }>
  searchParams: SearchParameters
}) {
  const actor = await pageActor('employer_officer')
  const { page, fields, file, check } = await readFilingForm(actor, await params, searchParams)
  return (
    <FilingFormPage {...page} base={BASE}>
      {fields ? <FilingFieldsForm {...fields} action={saveStep} /> : null}
      {file ? <FilingFileStep {...file} base={BASE} remove={removeFile} /> : null}
      {check ? <FilingCheckStep {...check} base={BASE} action={submit} /> : null}
    </FilingFormPage>
  )
}
