import { useTranslations } from 'next-intl'
import { ErrorSummary } from '@/components/forms/error-summary'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { formatDateRange, formatNumber } from '@/lib/i18n/format'
import { DraftPart } from './draft-part'
import { EntryPart } from './entry-part'
import { PastPart } from './past-part'
import type { RosterViewProps } from './types'

/** The rosters of one training, for the provider or the employer that filed it. */
export function RosterView(props: RosterViewProps) {
  const t = useTranslations('roster')
  const refusal = useTranslations('errors.refusal')
  const { training, notNow, draft, problem, done, form, locale } = props
  // The draft itself shows its wrong rows: no success message for such an upload.
  const hasWrongRows = done === 'uploaded' && draft !== null && draft.wrong > 0
  const recognised = training.approvedOn !== null && training.approvedOn <= training.startsOn
  return (
    <>
      <PageHead
        title={t('title', { title: training.title })}
        lead={t('lead', {
          number: training.number ?? t('unnumbered'),
          dates: formatDateRange(training.startsOn, training.endsOn, locale),
          days: locale === 'en' ? training.days : formatNumber(training.days, locale),
        })}
        back={{ href: `/trainings/${training.id}`, text: t('back') }}
      />
      {problem ? <FileProblem code={problem.code} at={problem.at} words={form.words} /> : null}
      {done && !problem && !hasWrongRows ? <Notice tone="ok" live title={t(`done.${done}` as 'done.uploaded')} /> : null}
      {recognised ? null : (
        <Notice tone="warn" title={t('unrecognised')}>
          <p>{t('unrecognisedWhy')}</p>
        </Notice>
      )}
      {notNow.length > 0 ? (
        <Notice tone="warn" title={t('notNow')}>
          {notNow.map(({ code, detail }) => (
            <p key={code}>{refusal(code, detail)}</p>
          ))}
        </Notice>
      ) : null}
      <Sheet>
        {draft ? <DraftPart draft={draft} props={props} /> : null}
        {notNow.length === 0 ? <EntryPart {...props} /> : null}
        <PastPart {...props} />
      </Sheet>
    </>
  )
}

/** Why the whole file was refused, and at which place. The previous draft is unchanged. */
function FileProblem({ code, at, words }: { code: string; at: string | null; words: RosterViewProps['form']['words'] }) {
  const t = useTranslations('roster')
  const columns = ['name', 'number', 'days', 'result', 'completedOn'] as const
  const expected = columns.map((column) => t(`column.${column}`)).join(' · ')
  const where = (at ?? '')
    .split(',')
    .map((part) => (columns.some((column) => column === part) ? t(`column.${part as 'name'}`) : part))
    .join(' · ')
  const sentence = t(`file.${code}` as 'file.rows', { at: where, expected })
  return (
    <ErrorSummary
      result={{ status: 'error', key: '', values: {}, fields: { file: `${sentence} ${t('file.kept')}` } }}
      words={words}
      prefix=""
    />
  )
}
