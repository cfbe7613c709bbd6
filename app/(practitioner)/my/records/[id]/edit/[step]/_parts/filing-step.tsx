import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { RadioList } from '@/components/forms/radio-list'
import { SubmitButton } from '@/components/forms/submit-button'
import { Paging } from '@/components/list/paging'
import { FilterBar, FilterDate, FilterText } from '@/components/ui/filter-bar'
import { Sheet } from '@/components/ui/sheet'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { formatDate, formatDateRange, formatNumber } from '@/lib/i18n/format'
import { differingFields } from '@/lib/rules/compare-with-filing'
import { pageLinks } from '@/lib/server/input/keyset'
import { buildUrl, readSearch, type SearchParameters } from '@/lib/server/input/search'
import type { FilingBeside } from '@/lib/server/record/draft/filing-beside'
import { filingSearch, findFilings } from '@/lib/server/record/draft/find-filings'
import type { Draft } from '@/lib/server/record/draft/read-draft'
import { NO_FILING } from '@/lib/server/record/draft/step-fields'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { saveStep } from '../actions'

/** The training's filing, chosen from the register: those held on these days, or found by name, number, organiser and days. */
export async function FilingStep({ draft, search, from }: { draft: Draft; search: Awaited<SearchParameters>; from: 'form' | 'check' }) {
  const asked = await readSearch(Promise.resolve(search), {
    q: filingSearch.q,
    since: filingSearch.from,
    until: filingSearch.until,
    after: filingSearch.after,
  })
  const { since, after, ...given } = asked
  const [t, record, common, form, locale, found] = await Promise.all([
    getTranslations('entry.filing'),
    getTranslations('record.filing'),
    getTranslations('common'),
    formProps(),
    currentLocale(),
    now().then((at) => findFilings({ ...given, from: since, after }, draft.content, dateInShanghai(at))),
  ])
  const fields = await getTranslations('entry.field')
  const filters = { q: asked.q, since, until: asked.until, from: from === 'check' ? from : null }
  const path = `/my/records/${draft.id}/edit/filing`
  const isAsked = asked.q !== '' || since !== null || asked.until !== null
  const chosen = draft.filing && !found.rows.some((filing) => filing.id === draft.filing?.id) ? [draft.filing] : []
  return (
    <Sheet>
      <p className="mb-5">{t('lead')}</p>
      <FilterBar
        label={t('search')}
        apply={t('find')}
        clear={isAsked ? { href: buildUrl(path, { from: filters.from }), text: common('filter.clear') } : null}
      >
        <FilterText name="q" label={t('q')} value={asked.q} />
        <FilterDate name="since" label={t('from')} value={since ?? ''} />
        <FilterDate name="until" label={t('until')} value={asked.until ?? ''} />
        {from === 'check' ? <input type="hidden" name="from" value="check" /> : null}
      </FilterBar>
      <Form action={saveStep} {...form}>
        <HiddenField name="id" value={draft.id} />
        <HiddenField name="step" value="filing" />
        <HiddenField name="from" value={from} />
        <RadioList
          name="filingId"
          label={t(isAsked ? 'found' : found.ofThoseDays ? 'ofThoseDays' : 'latest')}
          hint={found.rows.length === 0 ? t('nothing') : undefined}
          options={[
            ...[...chosen, ...found.rows].map((filing) => ({
              value: filing.id,
              label: [filing.number, filing.title].filter(Boolean).join(' '),
              hint: hintOf(filing),
            })),
            { value: NO_FILING, label: record('none'), hint: record('noneHint') },
          ]}
          defaultValue={draft.filing?.id}
        />
        <SubmitButton>{(await getTranslations('record.step'))('continue')}</SubmitButton>
      </Form>
      <Paging {...pageLinks(path, filters, after, found.next)} />
    </Sheet>
  )

  function hintOf(filing: FilingBeside): string {
    const { approval } = filing.comparison
    const different = differingFields(filing.comparison)
    const words = t('hint', {
      organizer: filing.organizer ?? '–',
      dates: formatDateRange(filing.startsOn, filing.endsOn, locale),
      days: locale === 'en' ? filing.days : formatNumber(filing.days, locale),
      approval: t(`approval.${approval}`, { date: filing.approvedOn ? formatDate(filing.approvedOn, locale) : '' }),
    })
    const names = different.map((name) => fields(name))
    return different.length > 0 ? `${words} ${t('differs', { fields: names.join(locale === 'en' ? ', ' : '、') })}` : words
  }
}
