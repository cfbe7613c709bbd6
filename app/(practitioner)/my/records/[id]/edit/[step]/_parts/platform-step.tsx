import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { RadioList } from '@/components/forms/radio-list'
import { SubmitButton } from '@/components/forms/submit-button'
import { FilterBar, FilterText } from '@/components/ui/filter-bar'
import { Sheet } from '@/components/ui/sheet'
import { formatDate } from '@/lib/i18n/format'
import { buildUrl, readSearch, type SearchParameters, textParam } from '@/lib/server/input/search'
import { type PlatformChoice, platformChoices } from '@/lib/server/record/draft/platform-choices'
import type { Draft } from '@/lib/server/record/draft/read-draft'
import { OTHER_PLATFORM } from '@/lib/server/record/draft/step-fields'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { saveStep } from '../actions'

/** The learning platform, chosen from the register with its windows and what they say of the record's day. */
export async function PlatformStep({ draft, search, from }: { draft: Draft; search: Awaited<SearchParameters>; from: 'form' | 'check' }) {
  const { q } = await readSearch(Promise.resolve(search), { q: textParam() })
  const [t, record, terms, common, form, locale] = await Promise.all([
    getTranslations('entry.platform'),
    getTranslations('record'),
    getTranslations('terms'),
    getTranslations('common'),
    formProps(),
    currentLocale(),
  ])
  const { content, platform } = draft
  const { shown, more } = platformChoices(content, q)
  const chosen = platform && !shown.some(({ code }) => code === platform.code) ? [platform] : []
  const path = `/my/records/${draft.id}/edit/platform`
  const keptFrom = from === 'check' ? from : null
  return (
    <Sheet>
      <p className="mb-2">{t('lead')}</p>
      {content.completedOn && content.subject ? (
        <p className="mb-5 font-semibold">
          {t('leadDate', { date: formatDate(content.completedOn, locale), subject: terms(`subject.${content.subject}`) })}
        </p>
      ) : null}
      {more || q ? (
        <FilterBar
          label={t('search')}
          apply={t('find')}
          clear={q ? { href: buildUrl(path, { from: keptFrom }), text: common('filter.clear') } : null}
        >
          <FilterText name="q" label={t('q')} value={q} />
          {keptFrom ? <input type="hidden" name="from" value={keptFrom} /> : null}
        </FilterBar>
      ) : null}
      <Form action={saveStep} {...form}>
        <HiddenField name="id" value={draft.id} />
        <HiddenField name="step" value="platform" />
        <HiddenField name="from" value={from} />
        <RadioList
          name="platform"
          label={t('choose')}
          hint={more ? t('more') : shown.length === 0 ? t('nothing') : undefined}
          options={[
            ...[...chosen, ...shown].map((one) => ({ value: one.code, label: one.name, hint: hintOf(one) })),
            { value: OTHER_PLATFORM, label: record('choice.platformOther'), hint: record('choice.platformOtherHint') },
          ]}
          defaultValue={content.details.platform}
        />
        <SubmitButton>{record('step.continue')}</SubmitButton>
      </Form>
    </Sheet>
  )

  function hintOf({ windows, answer }: PlatformChoice): string {
    const spans = windows.map(({ subjects, from: start, until }) => {
      const named = { subjects: subjects.map((subject) => terms(`subjectShort.${subject}`)).join(locale === 'en' ? ', ' : '、') }
      const begins = formatDate(start, locale)
      return until ? t('window', { ...named, from: begins, until: formatDate(until, locale) }) : t('windowOpen', { ...named, from: begins })
    })
    return [spans.join(locale === 'en' ? '; ' : '；'), answer ? t(`answer.${answer}`) : null].filter(Boolean).join(' · ')
  }
}
