import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormGiven } from '@/components/forms/types'
import { EvidenceList } from '@/components/record/evidence-list'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Columns, NextStep, PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { formatDate } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { isInGroup } from '@/lib/workflow/state-groups'
import { ActPanel } from './act-panel'
import { Approvals } from './approvals'
import { ChangeDiff } from './change-diff'
import { FilingFacts } from './facts'
import { filingFiles } from './files'
import { FilingStateTag } from './filing-state'
import { FilingStatus } from './filing-status'
import { FilingHistory } from './history'
import { FILING_ACTS, type FilingActName, type FilingDone, type FilingForms, type FilingView } from './types'

interface FilingPageProps {
  filing: FilingView
  /** The server action of each action that the page offers. */
  forms: FilingForms
  act: FilingActName | null
  done: FilingDone | null
  form: FormGiven
  locale: Locale
  /** Further sections of the page, such as the rosters of the training. */
  children?: ReactNode
}

/** A filing, for those who filed it and those who decide on it; the actions depend on the reader. */
export function FilingPage({ filing, forms, act: asked, done, form, locale, children }: FilingPageProps) {
  const t = useTranslations('filing')
  const terms = useTranslations('terms')
  const open = FILING_ACTS.filter((name) => filing.actions.includes(name))
  const act = asked && open.includes(asked) ? asked : null
  const bureau = t('office.bureau', { region: terms(`region.${filing.regionCode}`) })
  const authority = (locale === 'en' && filing.authority?.nameEn) || (filing.authority?.name ?? t('office.authority'))
  const views = { filing, bureau, authority, locale }
  return (
    <>
      <PageHead
        title={filing.content.title}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <FilingStateTag state={filing.state} outside={filing.outside} />
            {filing.number ? <span>{t(filing.outside ? 'outsideNumber' : 'number', { number: filing.number })}</span> : null}
          </span>
        }
        back={{ href: '/trainings', text: t('list.name') }}
      />
      {done ? <Notice tone="ok" live title={t(`done.${done}`)} /> : null}
      {act ? <ActPanel filing={filing} act={act} action={forms[act]} form={form} locale={locale} /> : null}
      <Columns label={t('whatNow')} aside={<Aside {...views} open={act ? [] : open} mayEdit={!act} />}>
        <Sheet>
          {filing.outside ? null : (
            <Section title={t('approvals.title')}>
              <Approvals approvals={filing.approvals} bureau={bureau} authority={authority} open={isOpen(filing)} locale={locale} />
            </Section>
          )}
          {filing.change ? <Change {...views} /> : null}
          <Section title={t(filing.change ? 'inForce' : 'facts')}>
            <FilingFacts
              content={filing.content}
              outside={filing.outside}
              provider={filing.provider}
              authority={authority}
              locale={locale}
            />
            {filing.changeApprovedOn ? (
              <p className="mt-3 text-muted">{t('changedOn', { date: formatDate(filing.changeApprovedOn, locale) })}</p>
            ) : null}
          </Section>
          <Section title={t('field.file')}>
            <EvidenceList items={filingFiles(filing.files)} pictures />
          </Section>
          {children}
          <Section title={t('history')}>
            <FilingHistory {...views} />
          </Section>
        </Sheet>
      </Columns>
    </>
  )
}

function isOpen({ state }: FilingView): boolean {
  return isInGroup('filing', state, 'waiting') && !isInGroup('filing', state, 'changing')
}

interface Views {
  filing: FilingView
  bureau: string
  authority: string
  locale: Locale
}

const SHOWN_REFUSALS = ['own_entry', 'records_linked']

/** The status of the filing, then the buttons. */
function Aside({ filing, bureau, authority, locale, open, mayEdit }: Views & { open: readonly FilingActName[]; mayEdit: boolean }) {
  const t = useTranslations('filing')
  const errors = useTranslations('errors.refusal')
  const path = `/trainings/${filing.id}`
  const edits = (['submit', 'enter', 'amend'] as const).filter((event) => editable(filing, event))
  const [edit] = mayEdit ? edits : []
  // Other refusals, such as a passed date or missing fields, are already explained by the status or the form.
  const why = new Map(
    filing.blocked
      .flatMap(({ refusals }) => refusals)
      .flatMap((one) => (SHOWN_REFUSALS.includes(one.code) ? [[one.code, one.detail]] : [])),
  )
  return (
    <NextStep
      action={
        <>
          {edit ? (
            <LinkButton href={`${path}/edit`} kind={edit === 'amend' ? 'secondary' : 'primary'}>
              {t(
                `edit.${edit === 'amend' ? (filing.change ? 'continueChange' : 'change') : isInGroup('filing', filing.state, 'came_back') ? 'again' : 'continue'}`,
              )}
            </LinkButton>
          ) : null}
          {open.map((name) => (
            <LinkButton key={name} href={`${path}?act=${name}`} kind={kindOf(name)}>
              {t(`act.${name}.button`)}
            </LinkButton>
          ))}
        </>
      }
    >
      <FilingStatus filing={filing} bureau={bureau} authority={authority} locale={locale} />
      {[...why].map(([code, detail]) => (
        <p key={code} className="mt-2 text-muted">
          {errors(code, detail)}
        </p>
      ))}
    </NextStep>
  )
}

/** Whether the form may be opened: the event is allowed, or refused only for fields that the form itself asks for. */
function editable({ actions, blocked }: FilingView, event: 'submit' | 'enter' | 'amend'): boolean {
  const inForm = ['fields_missing', 'evidence_missing', 'too_late']
  const onlyMissing = blocked.some(
    (one) => one.event === event && event !== 'amend' && one.refusals.every(({ code }) => inForm.includes(code)),
  )
  return actions.includes(event) || onlyMissing
}

function kindOf(name: FilingActName): 'primary' | 'secondary' | 'danger' {
  if (name === 'approve' || name === 'verify' || name === 'hold') return 'primary'
  return name === 'refuse' || name === 'cancel' ? 'danger' : 'secondary'
}

/** The requested change compared with the valid filing, and the approvals of the change. */
function Change({ filing, bureau, authority, locale }: Views) {
  const t = useTranslations('filing')
  const { change } = filing
  if (!change) return null
  const reason = filing.events.findLast(({ event }) => event === 'amend')?.reason
  return (
    <Section title={t(change.asked ? 'change.asked' : 'change.prepared')}>
      {change.asked && reason ? (
        <p className="mb-3">
          {t('change.reason')}
          <q>{reason}</q>
        </p>
      ) : null}
      <ChangeDiff before={filing} after={change} locale={locale} />
      {change.asked ? (
        <div className="mt-5">
          <Approvals approvals={filing.changeApprovals} bureau={bureau} authority={authority} open locale={locale} />
        </div>
      ) : null}
      {change.asked ? <EvidenceListOf files={change.files.filter(({ id }) => !filing.files.some((file) => file.id === id))} /> : null}
    </Section>
  )
}

/** Files that only the change has. */
function EvidenceListOf({ files }: { files: FilingView['files'] }) {
  return files.length > 0 ? (
    <div className="mt-5">
      <EvidenceList items={filingFiles(files)} pictures />
    </div>
  ) : null
}
