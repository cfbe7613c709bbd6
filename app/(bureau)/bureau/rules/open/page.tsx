import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Clause } from '@/components/record/clause'
import { StatusTag } from '@/components/record/status-tag'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { PageHead, RuledList, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, Table } from '@/components/ui/table'
import { categoryOf } from '@/lib/rules/figure-bounds'
import { OPEN_QUESTIONS } from '@/lib/rules/open-questions'
import { type OpenQuestions, readOpenQuestions } from '@/lib/server/rule-set/read-open-questions'
import { now } from '@/lib/server/runtime/clock'
import { pageActor } from '@/lib/server/web/page'
import { editHref, ruleSetWords } from '../_parts/words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ruleVersions.open'))('title') }
}

/** Everything that is not legible in our copy of the documents: what holds until it is confirmed, where it is used, how it is confirmed. */
export default async function OpenQuestionsPage() {
  const actor = await pageActor('administrator')
  const [open, own, all] = await Promise.all([
    readOpenQuestions(actor, await now()),
    getTranslations('ruleVersions.open'),
    getTranslations('ruleVersions'),
  ])
  const [draft] = open.drafts
  return (
    <>
      <PageHead
        title={own('title')}
        lead={own('lead', { count: open.places.length })}
        back={{ href: '/bureau/rules', text: all('title') }}
      />
      <p className="mb-6 max-w-text">
        {draft ? own('inDraft', { title: draft.title }) : own('noDraft')}{' '}
        <TextLink href={draft ? `/bureau/rules/${draft.id}` : '/bureau/rules/new'}>{draft ? own('seeDraft') : all('new.start')}</TextLink>
      </p>
      <Sheet>
        <Section title={own('places', { year: String(open.year) })}>
          {open.places.length === 0 ? <EmptyState title={own('none')} /> : <Places open={open} />}
        </Section>
        <Section title={own('questions')}>
          <p className="-mt-2 mb-3 max-w-text text-muted">{own('questionsLead')}</p>
          <RuledList>
            {OPEN_QUESTIONS.map(({ key, clause, settings, places }) => (
              <li key={key}>
                <p className="font-semibold">
                  {own(`question.${key}.name`)}{' '}
                  {clause ? (
                    <span className="font-normal text-muted text-sm">
                      <Clause id={clause} />
                    </span>
                  ) : null}
                </p>
                <p>{own(`question.${key}.now`)}</p>
                <p className="text-muted">{own(`question.${key}.used`)}</p>
                {settings ? <TextLink href="/bureau/settings">{own('inSettings')}</TextLink> : null}
                {draft ? places.map((at) => <ConfirmLink key={at} id={draft.id} at={at} />) : null}
              </li>
            ))}
          </RuledList>
        </Section>
      </Sheet>
    </>
  )
}

async function ConfirmLink({ id, at }: { id: string; at: string }) {
  const { t, placeName } = await ruleSetWords()
  const href = editHref(id, at)
  return href ? (
    <TextLink href={href} className="mr-4 inline-flex min-h-11 items-center">
      {t('open.confirmOf', { place: placeName(at) })}
    </TextLink>
  ) : null
}

async function Places({ open }: { open: OpenQuestions }) {
  const { t, placeName, said } = await ruleSetWords()
  const [draft] = open.drafts
  const rows = open.places.map((place) => ({ ...place, value: said(place.at, { ...open.row, effectiveYear: open.year })?.value ?? '' }))
  const usedIn = (at: string) => {
    const category = at.startsWith('figures.') ? categoryOf(at.slice('figures.'.length)) : null
    return category ? `/rules/${category}` : '/rules'
  }
  return (
    <Table
      caption={t('open.title')}
      rows={rows}
      rowKey={({ at }) => at}
      columns={[
        { id: 'place', head: t('difference.place'), cell: ({ at }) => placeName(at) },
        {
          id: 'now',
          head: t('open.now'),
          cell: ({ value, status }) => (
            <>
              {value}
              <CellNote>
                <StatusTag status={status} always />
              </CellNote>
            </>
          ),
        },
        {
          id: 'used',
          head: t('open.used'),
          cell: ({ at, clause }) => (
            <>
              <TextLink href={usedIn(at)}>{at.startsWith('settings.') ? t(`open.usedSetting`) : t('open.usedFigure')}</TextLink>
              <CellNote>
                <Clause id={clause} />
              </CellNote>
            </>
          ),
        },
        {
          id: 'confirm',
          head: <span className="sr-only">{t('open.confirm')}</span>,
          bare: true,
          cell: ({ at }) => (
            <TextLink
              href={(draft && editHref(draft.id, at)) || '/bureau/rules/new'}
              aria-label={t('open.confirmOf', { place: placeName(at) })}
              className="inline-flex min-h-11 items-center"
            >
              {t('open.confirm')}
            </TextLink>
          ),
        },
      ]}
    />
  )
}
