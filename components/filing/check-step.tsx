import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextArea } from '@/components/forms/text-area'
import type { FormAction, FormGiven } from '@/components/forms/types'
import { EvidenceList } from '@/components/record/evidence-list'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { formatDate } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { ChangeDiff } from './change-diff'
import { FilingFacts } from './facts'
import { filingFiles } from './files'
import type { DraftView, FileView } from './types'

/** The last step of the form: all answers, what is still missing, and the consequences of the submission. */
export function FilingCheckStep({
  draft,
  filesInForce,
  stepOf,
  provider,
  authority,
  bureau,
  action,
  form,
  locale,
}: {
  draft: DraftView
  /** The valid files, where an approved filing is changed. */
  filesInForce: readonly FileView[]
  /** The step of the form that has a field. */
  stepOf: (field: string) => string
  provider: string | null
  authority: string | null
  bureau: string
  action: FormAction
  form: FormGiven
  locale: Locale
}) {
  const t = useTranslations('filing')
  const edit = (field: string) => `/trainings/${draft.id}/edit/${stepOf(field)}?from=check`
  const open = [...new Set([...draft.missing, ...draft.wrong])]
  const { content, changing, outside } = draft
  return (
    <>
      <Sheet>
        {changing ? (
          <Section title={t('change.title')}>
            <ChangeDiff before={{ content: draft.inForce, files: filesInForce }} after={draft} locale={locale} />
          </Section>
        ) : null}
        <Section title={t(changing ? 'change.whole' : 'check.answers')}>
          <FilingFacts
            content={content}
            outside={outside}
            provider={provider}
            authority={authority}
            locale={locale}
            change={(field) => ((field === 'organizer' && !outside) || (field === 'authorityId' && changing) ? null : edit(field))}
          />
        </Section>
        <Section title={t('field.file')}>
          <EvidenceList items={filingFiles(draft.files)} />
          <TextLink href={edit('file')} className="inline-flex min-h-11 items-center">
            {t('check.changeFile')}
          </TextLink>
        </Section>
      </Sheet>
      <div className="mt-6">
        {open.length > 0 ? (
          <Notice tone="warn" title={t('check.open')}>
            <ul className="mt-1">
              {open.map((name) => (
                <li key={name}>
                  <TextLink href={edit(name)} className="inline-flex min-h-11 items-center">
                    {t(draft.missing.includes(name) ? 'check.fill' : 'check.correct', {
                      what: t(name === 'file' ? 'field.file' : `label.${name}`),
                    })}
                  </TextLink>
                </li>
              ))}
            </ul>
          </Notice>
        ) : draft.unchanged ? (
          <Notice title={t('check.unchanged')}>{t('check.unchangedHint')}</Notice>
        ) : (
          <ConfirmPanel
            title={t(`check.title.${kindOf(draft)}`)}
            consequences={consequencesOf(draft).map((key) =>
              t(`check.consequence.${key}`, { bureau, authority: authority ?? '', starts: formatDate(content.startsOn, locale) }),
            )}
          >
            <Form {...form} action={action}>
              <HiddenField name="filing" value={draft.id} />
              <HiddenField name="version" value={String(draft.version)} />
              {changing ? <TextArea name="reason" label={t('check.reason')} hint={t('check.reasonHint')} rows={3} maxLength={500} /> : null}
              <SubmitButton>{t(`check.submit.${kindOf(draft)}`)}</SubmitButton>
            </Form>
          </ConfirmPanel>
        )}
      </div>
    </>
  )
}

function kindOf({ changing, outside }: DraftView): 'here' | 'outside' | 'change' {
  if (changing) return 'change'
  return outside ? 'outside' : 'here'
}

/** The message keys in `filing.check.consequence` for this submission. */
function consequencesOf(draft: DraftView): string[] {
  switch (kindOf(draft)) {
    case 'change':
      return ['changeBoth', 'changeStands', 'changeUntil']
    case 'outside':
      return ['verify', 'outsideDay']
    case 'here':
      return ['both', draft.today > draft.content.startsOn ? 'late' : 'inTime', 'locked']
  }
}
