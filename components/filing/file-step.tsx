import { useTranslations } from 'next-intl'
import { ErrorSummary } from '@/components/forms/error-summary'
import { FileField } from '@/components/forms/file-field'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import type { FormAction, FormGiven } from '@/components/forms/types'
import { EvidenceList } from '@/components/record/evidence-list'
import { buttonClass, LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Actions, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { filingFiles } from './files'
import type { DraftView } from './types'

/** The step that uploads the syllabus or the proof of a filing from outside, in a plain form that works before scripts load. */
export function FilingFileStep({
  draft,
  problem,
  done,
  remove,
  form,
}: {
  draft: DraftView
  problem: string | null
  done: 'added' | 'removed' | null
  remove: FormAction
  form: FormGiven
}) {
  const t = useTranslations('filing.file')
  const problems = useTranslations('record.evidence.problem')
  const path = `/trainings/${draft.id}/edit`
  const some = draft.files.length > 0
  return (
    <>
      {problem ? (
        <ErrorSummary result={{ status: 'error', key: '', values: {}, fields: { file: problems(problem) } }} words={form.words} prefix="" />
      ) : null}
      {done && !problem ? <Notice tone="ok" live title={t(done)} /> : null}
      <Sheet>
        <p className="mb-5">{t(draft.outside ? 'leadProof' : 'lead')}</p>
        <form
          method="post"
          encType="multipart/form-data"
          action={`/api/files/filing?filing=${draft.id}&back=${encodeURIComponent(`${path}/file`)}`}
        >
          <FileField name="file" label={t('label')} hint={t('hint')} photoLabel={form.words.takePhoto} />
          <button type="submit" className={buttonClass(some ? 'secondary' : 'primary')}>
            {t('upload')}
          </button>
        </form>
        {some ? (
          <Section title={t('there')}>
            <EvidenceList
              items={filingFiles(draft.files)}
              action={(item) => (
                <Form action={remove} words={form.words} formKey={`${form.formKey.slice(0, 24)}${item.id.slice(-12)}`} prefix={item.id}>
                  <HiddenField name="filing" value={draft.id} />
                  <HiddenField name="file" value={item.id} />
                  <SubmitButton kind="quiet">
                    {t('remove')}
                    <span className="sr-only"> {item.name}</span>
                  </SubmitButton>
                </Form>
              )}
            />
          </Section>
        ) : null}
      </Sheet>
      {some ? (
        <Actions>
          <LinkButton href={`${path}/check`}>{t('next')}</LinkButton>
        </Actions>
      ) : null}
    </>
  )
}
