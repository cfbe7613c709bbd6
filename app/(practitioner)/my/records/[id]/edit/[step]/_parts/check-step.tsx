import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { EvidenceList } from '@/components/record/evidence-list'
import { evidenceViews } from '@/components/record/evidence-views'
import { FilingComparison } from '@/components/record/filing-comparison'
import { RecordSummary } from '@/components/record/summary'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Columns, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { formatDate } from '@/lib/i18n/format'
import { previewRecord } from '@/lib/server/record/draft/preview-record'
import type { Draft } from '@/lib/server/record/draft/read-draft'
import { type FIELD_STEPS, stepOf } from '@/lib/server/record/draft/steps'
import { reviewRouteOf } from '@/lib/server/record/review-route'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { isInGroup } from '@/lib/workflow/state-groups'
import { officeNames } from '../../../../_parts/office-name'
import { summaryOf } from '../../../../_parts/record-view'
import { submitRecord } from '../actions'
import { Warnings } from './warnings'
import { Worth } from './worth'

const PAGE_OF: Record<string, (typeof FIELD_STEPS)[number]> = {
  title: 'about',
  number: 'about',
  organizer: 'about',
  place: 'about',
  assessment: 'about',
  option: 'kind',
  author: 'kind',
  subject: 'kind',
  presented: 'kind',
  platform: 'platform',
  filing: 'filing',
}

/** What was said, what it is worth and why, and what submitting it sets going. */
export async function CheckStep({ actor, draft }: { actor: Actor; draft: Draft }) {
  const [t, entry, beside, locale, form, preview, placement, names] = await Promise.all([
    getTranslations('record'),
    getTranslations('entry'),
    getTranslations('beside.filing'),
    currentLocale(),
    formProps(),
    previewRecord(actor, draft.id),
    reviewRouteOf(actor.personId ?? '', dateInShanghai(await now())),
    officeNames(),
  ])
  const { content } = draft
  const edit = (step: string) => `/my/records/${draft.id}/edit/${step}?from=check`
  const { platform: code } = content.details
  const platformName = draft.platform?.name ?? (code ? t('choice.platformOther') : null)
  const worthless = preview.line !== null && preview.line.counted === 0
  return (
    <Columns label={t('check.worth')} aside={<Worth preview={preview} content={content} locale={locale} />}>
      <Sheet>
        <Section title={t('check.answers')}>
          <RecordSummary
            record={summaryOf(content, {
              filing: draft.filing ?? (draft.steps.includes('filing') ? { number: null, title: entry('filing.missing') } : null),
              platformName,
            })}
            locale={locale}
            change={(field) => {
              if (field === 'category') return null
              if (field === 'creditYear') return draft.steps.includes('year') ? edit('year') : null
              return edit(PAGE_OF[field] ?? 'time')
            }}
          />
        </Section>
        {preview.filing ? (
          <Section title={beside('title')}>
            <FilingComparison filing={preview.filing} locale={locale} />
            <TextLink href={edit('filing')} className="inline-flex min-h-11 items-center">
              {entry('warning.choose')}
            </TextLink>
          </Section>
        ) : null}
        {preview.transfer ? (
          <Section title={transferTitle(preview.transfer)}>
            <p>{entry(`transfer.${preview.transfer.kind}`)}</p>
          </Section>
        ) : null}
        <Section title={t('page.evidence')}>
          <EvidenceList items={evidenceViews(draft.evidence)} />
          <TextLink href={edit('evidence')} className="inline-flex min-h-11 items-center">
            {t('step.evidence')}
          </TextLink>
        </Section>
      </Sheet>
      <div className="mt-6">
        <Warnings id={draft.id} warnings={preview.warnings} locale={locale} />
        {preview.missing.length > 0 ? (
          <Notice tone="warn" title={t('check.missing')}>
            <ul className="mt-1">
              {preview.missing.map((name) => (
                <li key={name}>
                  <TextLink href={edit(stepOf(name, content.category))} className="inline-flex min-h-11 items-center">
                    {t('check.goFill', { what: t(`check.missing_${name}`) })}
                  </TextLink>
                </li>
              ))}
            </ul>
          </Notice>
        ) : (
          <ConfirmPanel
            title={t('check.submitTitle')}
            consequences={[
              placement.path === 'employer'
                ? t('check.consequence.employer', { office: names.employer(placement.organizationName) })
                : t('check.consequence.bureau', { office: names.bureau(placement.regionCode) }),
              t('check.consequence.withdraw'),
              t('check.consequence.notify'),
              ...(worthless ? [t('check.consequence.noHours')] : []),
            ]}
          >
            <Form action={submitRecord} {...form}>
              <HiddenField name="id" value={draft.id} />
              <HiddenField name="version" value={String(draft.version)} />
              <SubmitButton>{t(isInGroup('record', draft.state, 'returned') ? 'check.resubmit' : 'check.submit')}</SubmitButton>
            </Form>
          </ConfirmPanel>
        )}
      </div>
    </Columns>
  )

  function transferTitle({ on, from }: NonNullable<typeof preview.transfer>): string {
    const date = formatDate(on, locale)
    return from ? entry('transfer.title', { date, from }) : entry('transfer.titleBare', { date })
  }
}
