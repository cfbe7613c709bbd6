import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { RadioList } from '@/components/forms/radio-list'
import { SubmitButton } from '@/components/forms/submit-button'
import { StatusTag } from '@/components/record/status-tag'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { currentLocale, formProps } from '@/lib/server/display'
import { pageActor } from '@/lib/server/page'
import { filtered, readSearch, type SearchParameters } from '@/lib/server/search'
import { AUTOMATIC } from '@/lib/server/year/choose-option'
import { readMyOptions, type YearOption } from '@/lib/server/year/read-my-options'
import { formatNumber } from '@/lib/words/format'
import { chooseOption } from './actions'

const search = { year: z.coerce.number().int().min(1900).max(2999).nullable().catch(null), done: filtered(['chosen']) }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('my'))('options.tab') }
}

/** The year's achievements side by side, with the year each would make; one act chooses, until the year is requested. */
export default async function OptionsPage({ searchParams }: { searchParams: SearchParameters }) {
  const [actor, asked, t, terms, form, locale] = await Promise.all([
    pageActor('practitioner'),
    readSearch(searchParams, search),
    getTranslations('my.options'),
    getTranslations('terms'),
    formProps(),
    currentLocale(),
  ])
  const { year, options, locked, chosen, required } = await readMyOptions(actor, asked.year)
  const named = { year: String(year) }
  const number = (value: number) => formatNumber(value, locale)
  const best = options.find((option) => option.recommended)
  return (
    <>
      <PageHead title={t('title', named)} lead={t('lead')} back={{ href: `/my?year=${year}`, text: t('back') }} />
      {asked.done ? <Notice tone="ok" live title={t('done.chosen')} /> : null}
      <Sheet>
        {options.length === 0 ? (
          <EmptyState title={t('empty', named)} action={<LinkButton href={`/my?year=${year}`}>{t('back')}</LinkButton>}>
            {t('emptyLead')}
          </EmptyState>
        ) : (
          <>
            {locked ? <Notice title={t('locked')} /> : options.length === 1 ? <p className="mb-4">{t('one', named)}</p> : chooser()}
            <Section title={t('compare')}>{comparison()}</Section>
          </>
        )}
      </Sheet>
    </>
  )

  function chooser() {
    return (
      <Form action={chooseOption} {...form}>
        <HiddenField name="year" value={String(year)} />
        <RadioList
          name="recordId"
          label={t('question')}
          defaultValue={chosen ? options.find((option) => option.selected)?.recordId : AUTOMATIC}
          options={[
            { value: AUTOMATIC, label: t('automatic'), hint: best ? t('automaticHint', { title: best.title }) : undefined },
            ...options.map((option) => ({ value: option.recordId, label: option.title, hint: hintOf(option) })),
          ]}
        />
        <SubmitButton>{t('choose')}</SubmitButton>
      </Form>
    )
  }

  function hintOf(option: YearOption): string {
    const words = t('hint', {
      hours: number(option.hours),
      professional: number(option.totals.professional),
      requiredProfessional: number(required.professional),
      total: number(option.totals.total),
      required: number(required.total),
    })
    return option.met ? `${words} ${t('meets')}` : words
  }

  function comparison() {
    return (
      <Table<YearOption>
        caption={t('compare')}
        rows={options}
        rowKey={(option) => option.recordId}
        highlighted={(option) => option.selected}
        columns={[
          {
            id: 'title',
            head: t('head.title'),
            cell: (option) => (
              <>
                <TextLink href={`/my/records/${option.recordId}`}>{option.title}</TextLink>
                <CellNote>
                  {[terms(`category.${option.category}`), option.option ? terms(`option.${option.category}.${option.option}`) : null]
                    .filter(Boolean)
                    .join(' · ')}
                </CellNote>
                <span className="flex flex-wrap gap-1.5">
                  {option.recommended ? <Tag tone="ok">{t('highest')}</Tag> : null}
                  {option.selected ? <Tag tone="wait">{t('current')}</Tag> : null}
                  {option.line ? <StatusTag status={option.line.status} /> : null}
                </span>
              </>
            ),
          },
          { id: 'hours', head: t('head.hours'), numeric: true, cell: (option) => number(option.hours) },
          {
            id: 'professional',
            head: t('head.professional'),
            numeric: true,
            cell: (option) => `${number(option.totals.professional)} / ${number(required.professional)}`,
          },
          {
            id: 'total',
            head: t('head.total'),
            numeric: true,
            cell: (option) => `${number(option.totals.total)} / ${number(required.total)}`,
          },
          {
            id: 'met',
            head: t('head.met'),
            cell: (option) => (option.met ? t('met') : t('short', { hours: number(shortOf(option)) })),
          },
        ]}
      />
    )
  }

  function shortOf({ totals }: YearOption): number {
    return Math.max(required.total - totals.total, required.professional - totals.professional, 0)
  }
}
