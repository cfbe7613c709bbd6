import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CasePageView } from '@/components/case/case-page'
import { ErrorSummary } from '@/components/forms/error-summary'
import { FileField } from '@/components/forms/file-field'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { buttonClass, LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { Notice } from '@/components/ui/notice'
import { NextStep } from '@/components/ui/page-parts'
import { formatDate } from '@/lib/i18n/format'
import { type CasePage, readCase } from '@/lib/server/case/read-case'
import { FILE_PROBLEMS } from '@/lib/server/files/accept-evidence'
import { enumParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'
import { isInGroup } from '@/lib/workflow/state-groups'
import { close } from '../actions'

const shape = { done: enumParam(['raised', 'closed', 'added']), problem: enumParam([...FILE_PROBLEMS, 'file_lost']) }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases'))('name') }
}

/** What one raised, the answer to it, and what can still be done: add proof while it waits, close it. */
export default async function MyCasePage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: SearchParameters }) {
  const actor = await pageActor('practitioner')
  const id = pathId((await params).id)
  const [search, at, t, record, form, locale] = await Promise.all([
    readSearch(searchParams, shape),
    now(),
    getTranslations('cases'),
    getTranslations('record'),
    formProps(),
    currentLocale(),
  ])
  const about = await orNotFound(readCase(actor, id, at))
  const waits = isInGroup('case', about.state, 'awaiting_answer')
  const said = {
    provider: askedOf(about) ?? t('page.theBureau'),
    due: about.due ? formatDate(about.due.on, locale) : '',
  }
  return (
    <CasePageView
      about={about}
      back="/my/cases"
      recordHref={about.record ? `/my/records/${about.record.id}` : null}
      notice={
        search.problem ? (
          <ErrorSummary
            result={{ status: 'error', key: '', values: {}, fields: { file: record(`evidence.problem.${search.problem}`) } }}
            words={form.words}
            prefix=""
          />
        ) : search.done ? (
          <Notice tone="ok" live title={t(`page.reported.${search.done}`, said)} />
        ) : null
      }
      aside={await Aside({ about })}
      below={
        waits ? (
          <form
            method="post"
            encType="multipart/form-data"
            action={`/api/files/evidence?case=${id}&back=${encodeURIComponent(`/my/cases/${id}`)}`}
            className="mt-4"
          >
            <FileField name="file" label={t('proof.title')} hint={t('proof.lead')} photoLabel={record('evidence.takePhoto')} />
            <button type="submit" className={buttonClass('secondary')}>
              {t('proof.upload')}
            </button>
          </form>
        ) : null
      }
      locale={locale}
    />
  )
}

/** A registered record is the bureau's to answer, a roster its provider's. */
function askedOf(about: CasePage): string | null {
  return about.record ? null : (about.filing?.provider ?? null)
}

async function Aside({ about }: { about: CasePage }) {
  const [t, form] = await Promise.all([getTranslations('cases'), formProps()])
  const waits = isInGroup('case', about.state, 'awaiting_answer')
  const provider = askedOf(about)
  const toAnswer = about.made !== null && isInGroup('record', about.made.state, 'draft') ? about.made.id : null
  const words = waits ? (provider ? t('page.waitsProvider', { provider }) : t('page.waitsBureau')) : null
  return (
    <div className="space-y-4">
      {toAnswer ? (
        <NextStep action={<LinkButton href={`/my/records/${toAnswer}/accept`}>{t('page.madeOpen')}</LinkButton>}>{t('page.made')}</NextStep>
      ) : (
        <NextStep>{words ?? (about.actions.includes('close') ? t('closeForm.answeredTitle') : t('page.done'))}</NextStep>
      )}
      {about.actions.includes('close') ? (
        <details>
          <summary className={`${buttonClass('secondary')} list-none [&::-webkit-details-marker]:hidden`}>{t('closeForm.open')}</summary>
          <div className="mt-3">
            <ConfirmPanel
              title={t(waits ? 'closeForm.title' : 'closeForm.answeredTitle')}
              consequences={(t.raw(waits ? 'closeForm.what' : 'closeForm.answeredWhat') as string[]).slice()}
            >
              <Form action={close} {...form} prefix="close">
                <HiddenField name="case" value={about.id} />
                <HiddenField name="version" value={String(about.version)} />
                <SubmitButton kind="secondary">{t('closeForm.submit')}</SubmitButton>
              </Form>
            </ConfirmPanel>
          </div>
        </details>
      ) : null}
    </div>
  )
}
