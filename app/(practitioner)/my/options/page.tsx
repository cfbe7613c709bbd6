import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { RadioList } from '@/components/forms/radio-list'
import { SubmitButton } from '@/components/forms/submit-button'
import { StatusTag } from '@/components/record/status-tag'
import { buttonClass, LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { CellNote, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { YearBars } from '@/components/year/bars'
import { currentLocale, formProps } from '@/lib/server/display'
import { pageActor } from '@/lib/server/page'
import { filtered, readSearch, type SearchParameters } from '@/lib/server/search'
import { AUTOMATIC } from '@/lib/server/year/choose-option'
import { readMyOptions, type YearOption } from '@/lib/server/year/read-my-options'
import { formatNumber } from '@/lib/words/format'
import { chooseOption } from './actions'

const search = {
  year: z.coerce.number().int().min(1900).max(2999).nullable().catch(null),
  done: filtered(['chosen']),
  /** The option being confirmed. */
  choose: z
    .union([z.literal(AUTOMATIC), z.uuid()])
    .nullable()
    .catch(null),
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('my'))('options.tab') }
}

/** The year's achievements side by side, with the year each would make; one act chooses, until the year is requested. */
export default async function OptionsPage({ searchParams }: { searchParams: SearchParameters }) {
  const [actor, asked, t, terms, common, form, locale] = await Promise.all([
    pageActor('practitioner'),
    readSearch(searchParams, search),
    getTranslations('my.options'),
    getTranslations('terms'),
    getTranslations('common'),
    formProps(),
    currentLocale(),
  ])
  const { year, options, locked, chosen, required, readings } = await readMyOptions(actor, asked.year)
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
            {options.some((option) => option.alternatives.length > 0) ? (
              <Section title={t('alternatives.title')}>
                <p className="mb-3 text-muted">{t('alternatives.lead')}</p>
                {options.map((option) => alternativesFor(option))}
              </Section>
            ) : null}
            {readings.length > 0 ? (
              <Section title={t('readings.title')}>
                <p className="mb-2 text-muted">{t('readings.lead')}</p>
                <ul className="list-disc space-y-1 pl-5">
                  {readings.map(({ setting, totals, met }) => (
                    <li key={setting}>
                      {t(`readings.${setting}`, {
                        professional: number(totals.professional),
                        total: number(totals.total),
                        outcome: t(met ? 'met' : 'notMet'),
                      })}
                    </li>
                  ))}
                </ul>
              </Section>
            ) : null}
          </>
        )}
      </Sheet>
    </>
  )

  /** One act: the option is picked, what it makes of the year is said, then it is confirmed. A GET form, so that it needs no script. */
  function chooser() {
    const picked = asked.choose === AUTOMATIC ? (best ?? null) : options.find((option) => option.recordId === asked.choose)
    if (asked.choose !== null && picked) return confirmation(picked)
    return (
      <form method="get" action="/my/options">
        <input type="hidden" name="year" value={year} />
        <RadioList
          name="choose"
          label={t('question')}
          defaultValue={chosen ? options.find((option) => option.selected)?.recordId : AUTOMATIC}
          options={[
            { value: AUTOMATIC, label: t('automatic'), hint: best ? t('automaticHint', { title: best.title }) : undefined },
            ...options.map((option) => ({ value: option.recordId, label: option.title, hint: hintOf(option) })),
          ]}
        />
        <p className="mb-4 text-muted text-sm">{t('until')}</p>
        <button type="submit" className={buttonClass('primary')}>
          {t('pick')}
        </button>
      </form>
    )
  }

  function confirmation(picked: YearOption) {
    const automatic = asked.choose === AUTOMATIC
    return (
      <ConfirmPanel
        title={automatic ? t('confirmAutomatic') : t('confirmTitle', { title: picked.title })}
        consequences={[
          t('confirmHours', {
            professional: number(picked.totals.professional),
            total: number(picked.totals.total),
            outcome: picked.met ? t('met') : t('short', { hours: number(shortOf(picked)) }),
          }),
          ...(options.length > 1 ? [t('confirmOthers', { count: options.length - 1 })] : []),
          t('until'),
        ]}
      >
        <Form action={chooseOption} {...form}>
          <HiddenField name="year" value={String(year)} />
          <HiddenField name="recordId" value={asked.choose ?? AUTOMATIC} />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton>{t('choose')}</SubmitButton>
            <LinkButton kind="quiet" href={`/my/options?year=${year}`}>
              {common('actions.cancel')}
            </LinkButton>
          </div>
        </Form>
      </ConfirmPanel>
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
            id: 'year',
            head: t('head.year'),
            bare: true,
            cell: ({ totals }) => (
              <YearBars
                small
                locale={locale}
                hours={{ professional: totals.professional, public: totals.public, waiting: { professional: 0, public: 0 }, required }}
              />
            ),
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

  function alternativesFor(option: YearOption) {
    if (option.alternatives.length === 0) return null
    return (
      <Disclosure key={option.recordId} summary={t('alternatives.of', { title: option.title })}>
        <Table
          caption={t('alternatives.of', { title: option.title })}
          rows={option.alternatives}
          rowKey={({ category, option: kind }) => `${category} ${kind}`}
          columns={[
            {
              id: 'as',
              head: t('alternatives.as'),
              cell: ({ category, option: kind, line }) => (
                <>
                  {[terms(`category.${category}`), kind ? terms(`option.${category}.${kind}`) : null].filter(Boolean).join(' · ')}{' '}
                  <StatusTag status={line.status} />
                </>
              ),
            },
            { id: 'hours', head: t('head.hours'), numeric: true, cell: ({ line }) => number(line.hours) },
            {
              id: 'total',
              head: t('head.total'),
              numeric: true,
              cell: ({ totals }) => `${number(totals.total)} / ${number(required.total)}`,
            },
            { id: 'met', head: t('head.met'), cell: ({ met }) => t(met ? 'met' : 'notMet') },
          ]}
        />
      </Disclosure>
    )
  }

  function shortOf({ totals }: YearOption): number {
    return Math.max(required.total - totals.total, required.professional - totals.professional, 0)
  }
}
