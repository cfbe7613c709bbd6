import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { RadioList } from '@/components/forms/radio-list'
import { SubmitButton } from '@/components/forms/submit-button'
import { buttonClass, LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { formatNumber } from '@/lib/i18n/format'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { AUTOMATIC } from '@/lib/server/year/choose-option'
import { type MyOptions, shortOf, type YearOption } from '@/lib/server/year/read-my-options'
import { chooseOption } from '../actions'

/** One act: the option is picked, what it makes of the year is said, then it is confirmed. A GET form, so that it needs no script. */
export async function Chooser({ mine, picked }: { mine: MyOptions; picked: string | null }) {
  const option = mine.options.find((one) => (picked === AUTOMATIC ? one.recommended : one.recordId === picked))
  if (picked !== null && option) return <Confirmation mine={mine} option={option} automatic={picked === AUTOMATIC} />
  const [t, locale] = await Promise.all([getTranslations('my.options'), currentLocale()])
  const { year, options, chosen, required } = mine
  const best = options.find((one) => one.recommended)
  return (
    <form method="get" action="/my/options">
      <input type="hidden" name="year" value={year} />
      <RadioList
        name="choose"
        label={t('question')}
        defaultValue={chosen ? options.find((one) => one.selected)?.recordId : AUTOMATIC}
        options={[
          { value: AUTOMATIC, label: t('automatic'), hint: best ? t('automaticHint', { title: best.title }) : undefined },
          ...options.map((one) => ({ value: one.recordId, label: one.title, hint: hintOf(one) })),
        ]}
      />
      <p className="mb-4 text-muted text-sm">{t('until')}</p>
      <button type="submit" className={buttonClass('primary')}>
        {t('pick')}
      </button>
    </form>
  )

  function hintOf({ hours, totals, met }: YearOption): string {
    const words = t('hint', {
      hours: formatNumber(hours, locale),
      professional: formatNumber(totals.professional, locale),
      requiredProfessional: formatNumber(required.professional, locale),
      total: formatNumber(totals.total, locale),
      required: formatNumber(required.total, locale),
    })
    return met ? `${words} ${t('meets')}` : words
  }
}

async function Confirmation({ mine, option, automatic }: { mine: MyOptions; option: YearOption; automatic: boolean }) {
  const [t, common, form, locale] = await Promise.all([
    getTranslations('my.options'),
    getTranslations('common'),
    formProps(),
    currentLocale(),
  ])
  const { year, options, required } = mine
  const outcome = option.met ? t('met') : t('short', { hours: formatNumber(shortOf(option, required), locale) })
  return (
    <ConfirmPanel
      title={automatic ? t('confirmAutomatic') : t('confirmTitle', { title: option.title })}
      consequences={[
        t('confirmHours', {
          professional: formatNumber(option.totals.professional, locale),
          total: formatNumber(option.totals.total, locale),
          outcome,
        }),
        ...(options.length > 1 ? [t('confirmOthers', { count: options.length - 1 })] : []),
        t('until'),
      ]}
    >
      <Form action={chooseOption} {...form}>
        <HiddenField name="year" value={String(year)} />
        <HiddenField name="recordId" value={automatic ? AUTOMATIC : option.recordId} />
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
