import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { EvidenceList } from '@/components/record/evidence-list'
import { evidenceViews } from '@/components/record/evidence-views'
import { RecordSummary } from '@/components/record/summary'
import { buttonClass } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { Columns, PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { previewRecord } from '@/lib/server/record/draft/preview-record'
import { readRecord } from '@/lib/server/record/read-record'
import { reviewRouteOf } from '@/lib/server/record/review-route'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale, formProps, newFormKey } from '@/lib/server/web/display'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'
import { officeNames } from '../../_parts/office-name'
import { summaryOf } from '../../_parts/record-view'
import { disownRecord } from '../actions'
import { Worth } from '../edit/[step]/_parts/worth'
import { submitRecord } from '../edit/[step]/actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roster'))('accept.title') }
}

/** What a roster says of the person, what it is worth, and the two answers: it goes to review, or it is not theirs. */
export default async function AcceptPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('practitioner')
  const id = pathId((await params).id)
  const at = await now()
  const record = await orNotFound(readRecord(actor, id, at))
  if (!record.toAnswer) redirect(`/my/records/${id}`)
  const [t, words, form, locale, preview, placement, names] = await Promise.all([
    getTranslations('roster.accept'),
    getTranslations('record'),
    formProps(),
    currentLocale(),
    previewRecord(actor, id),
    reviewRouteOf(record.personId, dateInShanghai(at)),
    officeNames(),
  ])
  const { content } = record
  const fields = (
    <>
      <HiddenField name="id" value={id} />
      <HiddenField name="version" value={String(record.version)} />
    </>
  )
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead', { provider: content.organizer })}
        back={{ href: '/my/records', text: words('page.back') }}
      />
      <Columns label={words('check.worth')} aside={<Worth preview={preview} content={content} locale={locale} />}>
        <Sheet>
          <Section title={t('listedAs')}>
            <RecordSummary record={summaryOf(content, record)} locale={locale} />
            <p className="mt-3 text-muted">{t('attested')}</p>
          </Section>
          <Section title={words('page.evidence')}>
            <EvidenceList items={evidenceViews(record.evidence)} />
          </Section>
        </Sheet>
        <div className="mt-6 space-y-4">
          <ConfirmPanel
            title={t('acceptTitle')}
            consequences={[
              placement.path === 'employer'
                ? words('check.consequence.employer', { office: names.employer(placement.organizationName) })
                : words('check.consequence.bureau', { office: names.bureau(placement.regionCode) }),
              words('check.consequence.withdraw'),
              words('check.consequence.notify'),
              ...(preview.line !== null && preview.line.counted === 0 ? [words('check.consequence.noHours')] : []),
            ]}
          >
            <Form action={submitRecord} {...form} prefix="accept">
              {fields}
              <SubmitButton>{t('acceptDo')}</SubmitButton>
            </Form>
          </ConfirmPanel>
          <details>
            <summary className={`${buttonClass('secondary')} list-none [&::-webkit-details-marker]:hidden`}>{t('disownOpen')}</summary>
            <div className="mt-3">
              <ConfirmPanel title={t('disownTitle')} consequences={(t.raw('disownWhat') as string[]).slice()}>
                <Form action={disownRecord} {...form} formKey={newFormKey()} prefix="disown">
                  {fields}
                  <SubmitButton kind="danger">{t('disownDo')}</SubmitButton>
                </Form>
              </ConfirmPanel>
            </div>
          </details>
        </div>
      </Columns>
    </>
  )
}
