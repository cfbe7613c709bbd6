import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CorrectionTables } from '@/components/correction/tables'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { formatNumber } from '@/lib/i18n/format'
import { ExpectedError } from '@/lib/server/input/errors'
import { buildUrl, readSearch, type SearchParameters, tokenParam } from '@/lib/server/input/search'
import { openCorrection } from '@/lib/server/record/review/check-correction'
import { type CorrectionPreview, previewCorrection } from '@/lib/server/record/review/preview-correction'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { pageActor, pathId } from '@/lib/server/web/page'
import { correct } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('correction'))('name') }
}

/** A correction before it is made: old beside new, the hours, the year, the certificate. */
export default async function CheckCorrectionPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: SearchParameters
}) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [{ id: typedId }, { draft }, at, locale, t, forms] = await Promise.all([
    params,
    readSearch(searchParams, { draft: tokenParam() }),
    now(),
    currentLocale(),
    getTranslations('correction'),
    formProps(),
  ])
  const id = pathId(typedId)
  const form = `/bureau/records/${id}/correct`
  const opened = openCorrection(draft, id)
  if (!opened) redirect(form)
  const back = { href: buildUrl(form, { draft }), text: t('back') }
  const preview = await previewed(previewCorrection(actor, opened.input, at))
  if (preview === null || preview.isStale) {
    return (
      <>
        <PageHead title={t('stale')} back={{ href: `/bureau/records/${id}`, text: t('toRecord') }} />
        <Notice tone="warn">{t('staleHint')}</Notice>
        <LinkButton href={form}>{t('again')}</LinkButton>
      </>
    )
  }
  return (
    <>
      <PageHead title={t('title')} lead={preview.title} back={back} />
      <Sheet>
        <CorrectionTables preview={preview} locale={locale} />
      </Sheet>
      <div className="mt-6">
        <ConfirmPanel title={t('confirm')} consequences={consequences(preview)}>
          <p className="mb-4">
            {t('reason')}
            <q className="whitespace-pre-line">{opened.input.reason}</q>
          </p>
          <Form {...forms} action={correct}>
            {Object.entries(opened.typed).map(([name, value]) => (
              <HiddenField key={name} name={name} value={value} />
            ))}
            <div className="flex flex-wrap items-center gap-3">
              <SubmitButton>{t('submit')}</SubmitButton>
              <LinkButton kind="quiet" href={back.href}>
                {t('back')}
              </LinkButton>
            </div>
          </Form>
        </ConfirmPanel>
      </div>
    </>
  )

  function consequences({ hours, years, certificate, requestDropped }: CorrectionPreview): string[] {
    const figure = (value: number) => formatNumber(value, locale)
    const lost = years.find(({ before, after }) => before.met && !after.met)
    return [
      hours.from === hours.to
        ? t('will.hoursKept', { hours: figure(hours.from) })
        : t('will.hours', { from: figure(hours.from), to: figure(hours.to) }),
      ...(lost ? [t('will.lost', { year: String(lost.year) })] : []),
      ...(certificate ? [t(`will.certificate.${certificate}`)] : []),
      ...(requestDropped ? [t('will.dropped')] : []),
      t('will.told'),
    ]
  }
}

/** Null where the correction cannot be made any more as it was typed. */
async function previewed(reading: Promise<CorrectionPreview>): Promise<CorrectionPreview | null> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof ExpectedError && error.expected.code === 'not_found') notFound()
    if (error instanceof ExpectedError) return null
    throw error
  }
}
