import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { RadioList } from '@/components/forms/radio-list'
import { SubmitButton } from '@/components/forms/submit-button'
import { FilterBar, FilterText } from '@/components/ui/filter-bar'
import { Sheet } from '@/components/ui/sheet'
import { currentLocale, formProps } from '@/lib/server/display'
import { type Draft, findFilings } from '@/lib/server/record/read-draft'
import { NO_FILING } from '@/lib/server/record/step-fields'
import { readSearch, type SearchParameters, searched } from '@/lib/server/search'
import { formatDate } from '@/lib/words/format'
import { saveStep } from '../actions'

/** The training's filing, chosen from the register: those held on these days, or found by name or number. */
export async function FilingStep({ draft, search, from }: { draft: Draft; search: Awaited<SearchParameters>; from: 'form' | 'check' }) {
  const { q } = await readSearch(Promise.resolve(search), { q: searched() })
  const [t, common, form, locale, found] = await Promise.all([
    getTranslations('record'),
    getTranslations('common'),
    formProps(),
    currentLocale(),
    findFilings(q, draft.content),
  ])
  const known = draft.filing && !found.some((filing) => filing.id === draft.filing?.id) ? [draft.filing] : []
  const options = [...known, ...found].map((filing) => ({
    value: filing.id,
    label: [filing.number, filing.title].filter(Boolean).join(' '),
    hint: t('filing.hint', { approved: formatDate(filing.approvedOn, locale), starts: formatDate(filing.startsOn, locale) }),
  }))
  return (
    <Sheet>
      <p className="mb-5">{t('filing.lead')}</p>
      <FilterBar
        label={t('filing.search')}
        apply={t('filing.find')}
        clear={q ? { href: `/my/records/${draft.id}/edit/filing`, text: common('filter.clear') } : null}
      >
        <FilterText name="q" label={t('filing.search')} value={q} />
        {from === 'check' ? <input type="hidden" name="from" value="check" /> : null}
      </FilterBar>
      <Form action={saveStep} {...form}>
        <HiddenField name="id" value={draft.id} />
        <HiddenField name="step" value="filing" />
        <HiddenField name="from" value={from} />
        <RadioList
          name="filingId"
          label={q ? t('filing.found') : t('filing.onThoseDays')}
          hint={options.length === 0 ? t('filing.nothing') : undefined}
          options={[...options, { value: NO_FILING, label: t('filing.none'), hint: t('filing.noneHint') }]}
          defaultValue={draft.filing?.id}
        />
        <SubmitButton>{t('step.continue')}</SubmitButton>
      </Form>
    </Sheet>
  )
}
