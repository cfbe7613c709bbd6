import { getTranslations } from 'next-intl/server'
import { ErrorSummary } from '@/components/forms/error-summary'
import { FileField } from '@/components/forms/file-field'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { EvidenceList } from '@/components/record/evidence-list'
import { evidenceViews } from '@/components/record/evidence-views'
import { buttonClass, LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Actions, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { FILE_PROBLEMS } from '@/lib/server/files/accept-evidence'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import type { Draft } from '@/lib/server/record/draft/read-draft'
import { formProps, newFormKey } from '@/lib/server/web/display'
import { removeEvidence } from '../actions'

/** Proofs go up through a plain form of their own, so that it works before scripts load and a large file never passes through the page. */
export async function EvidenceStep({ draft, search }: { draft: Draft; search: Awaited<SearchParameters> }) {
  const { problem, done } = await readSearch(Promise.resolve(search), {
    problem: enumParam([...FILE_PROBLEMS, 'file_lost']),
    done: enumParam(['added', 'removed']),
  })
  const [t, form] = await Promise.all([getTranslations('record'), formProps()])
  const back = `/my/records/${draft.id}/edit/evidence`
  const some = draft.evidence.length > 0
  return (
    <>
      {problem ? (
        <ErrorSummary
          result={{ status: 'error', key: '', values: {}, fields: { file: t(`evidence.problem.${problem}`) } }}
          words={form.words}
          prefix=""
        />
      ) : null}
      {done && !problem ? <Notice tone="ok" live title={t(`evidence.${done}`)} /> : null}
      <Sheet>
        <p className="mb-5">{t('evidence.lead')}</p>
        <form
          method="post"
          encType="multipart/form-data"
          action={`/api/files/evidence?record=${draft.id}&back=${encodeURIComponent(back)}`}
        >
          <FileField name="file" label={t('label.file')} hint={t('hint.file')} photoLabel={t('evidence.takePhoto')} />
          <button type="submit" className={buttonClass(some ? 'secondary' : 'primary')}>
            {t('evidence.upload')}
          </button>
        </form>
        {some ? (
          <Section title={t('evidence.listTitle')}>
            <EvidenceList
              items={evidenceViews(draft.evidence)}
              action={(item) => (
                <Form action={removeEvidence} {...form} formKey={newFormKey()} prefix={item.id}>
                  <HiddenField name="id" value={item.id} />
                  <SubmitButton kind="quiet">
                    {t('evidence.remove')}
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
          <LinkButton href={`/my/records/${draft.id}/edit/check`}>{t('evidence.continue')}</LinkButton>
        </Actions>
      ) : null}
    </>
  )
}
