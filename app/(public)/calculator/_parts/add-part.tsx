import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { AnsweredFields } from '@/components/forms/form'
import type { FormWords } from '@/components/forms/types'
import { buttonClass } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import { type ActionResult, IDLE } from '@/lib/i18n/action-result'
import type { Platform } from '@/lib/rules/types'
import { ACHIEVEMENTS, PARTICIPATION } from '@/lib/rules/types'
import { FIELDS_OF } from '@/lib/rules/what-if/entry-fields'
import type { OpenForm } from '@/lib/rules/what-if/reduce'
import { EntryInput } from './entry-input'
import { StateForm } from './state-form'

interface Props {
  form: OpenForm | null
  platforms: readonly Platform[]
  words: FormWords
}

/** The fourteen categories, or the questions of the one that was taken. */
export function AddPart({ form, platforms, words }: Props) {
  return form ? <EntryForm key={`${form.category} ${form.place}`} form={form} platforms={platforms} words={words} /> : <Categories />
}

const Categories = memo(function Categories() {
  const t = useTranslations('calculator.add')
  const terms = useTranslations('terms')
  return (
    <StateForm>
      {(['participation', 'achievements'] as const).map((group) => (
        <fieldset key={group} className="mb-4">
          <legend className="mb-1.5 text-muted text-sm">{t(group)}</legend>
          <ul className="flex flex-wrap gap-2">
            {(group === 'achievements' ? ACHIEVEMENTS : PARTICIPATION).map((category) => (
              <li key={category}>
                <button
                  type="submit"
                  name="add"
                  value={category}
                  className="min-h-11 rounded border border-line-strong bg-paper px-3 py-1.5 text-left text-accent hover:border-accent hover:bg-accent-soft"
                >
                  {terms(`category.${category}`)}
                </button>
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
    </StateForm>
  )
})

/** What few people need. */
const RARE = new Set(['achievement', 'creditedIn'])

function EntryForm({ form, platforms, words }: Props & { form: OpenForm }) {
  const t = useTranslations('calculator')
  const { category, texts, faults, place } = form
  const fields = FIELDS_OF[category]
  const rare = fields.filter((field) => RARE.has(field))
  const input = (field: (typeof fields)[number]) => (
    <EntryInput key={field} field={field} category={category} text={texts[field]} platforms={platforms} />
  )
  return (
    <StateForm>
      <AnsweredFields answer={answer()} words={words}>
        {place === null ? null : <input type="hidden" name="at" value={place + 1} />}
        {fields.filter((field) => !RARE.has(field)).map(input)}
        <details open={rare.some((field) => texts[field] || faults[field])} className="mb-4">
          <summary className="w-fit py-2 text-accent hover:underline">{t('add.more')}</summary>
          {rare.map(input)}
        </details>
      </AnsweredFields>
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" name="done" value={category} className={buttonClass()}>
          {t(place === null ? 'add.submit' : 'add.save')}
        </button>
        <button type="submit" name="cancel" value="yes" className={buttonClass('quiet')}>
          {t('add.cancel')}
        </button>
        <TextLink href={`/rules/${category}`} className="inline-flex min-h-11 items-center text-sm">
          {t('add.rule')}
        </TextLink>
      </div>
    </StateForm>
  )

  function answer(): ActionResult {
    const wrong = Object.entries(faults)
    if (wrong.length === 0) return IDLE
    const sentences = wrong.map(([field, fault]) => [field, t(`fault.${fault.code}`, { ...fault })])
    return { status: 'error', key: 'again', values: { ...texts }, fields: Object.fromEntries(sentences) }
  }
}
