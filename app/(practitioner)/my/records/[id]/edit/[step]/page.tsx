import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '@/components/ui/link'
import { Actions, PageHead } from '@/components/ui/page-parts'
import type { SearchParameters } from '@/lib/server/input/search'
import { readDraft } from '@/lib/server/record/draft/read-draft'
import { STEPS, type Step } from '@/lib/server/record/draft/steps'
import { currentLocale } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import { AskLink } from './_parts/ask-link'
import { CheckStep } from './_parts/check-step'
import { EvidenceStep } from './_parts/evidence-step'
import { FieldsStep } from './_parts/fields-step'
import { FilingStep } from './_parts/filing-step'
import { PlatformStep } from './_parts/platform-step'
import { ReturnNotice } from './_parts/return-notice'
import { YearStep } from './_parts/year-step'

interface Properties {
  params: Promise<{ id: string; step: string }>
  searchParams: SearchParameters
}

export async function generateMetadata({ params }: Properties): Promise<Metadata> {
  const { step } = await params
  const t = await getTranslations('record')
  return { title: isStep(step) ? t(`step.${step}`) : t('list.title') }
}

/** One page of the form. What it asks for follows from what was said on the pages before; every page saves the draft. */
export default async function EditStepPage({ params, searchParams }: Properties) {
  const [actor, { id, step }, search] = await Promise.all([pageActor('practitioner'), params, searchParams])
  if (!isStep(step)) notFound()
  const draft = await orNotFound(readDraft(actor, id))
  if (!draft.steps.includes(step)) notFound()
  const [t, terms, locale] = await Promise.all([getTranslations('record'), getTranslations('terms'), currentLocale()])
  const place = draft.steps.indexOf(step)
  const before = draft.steps[place - 1]
  const lead = t('step.count', { place: place + 1, count: draft.steps.length, category: terms(`category.${draft.content.category}`) })
  const from = search.from === 'check' ? 'check' : 'form'
  return (
    <div className={step === 'check' ? undefined : 'max-w-form'}>
      <PageHead
        title={t(`step.${step}`)}
        lead={lead}
        back={before ? { href: `/my/records/${id}/edit/${before}`, text: t('step.back') } : { href: '/my/records', text: t('page.back') }}
      />
      {draft.returned ? <ReturnNotice returned={draft.returned} locale={locale} /> : null}
      {step === 'evidence' ? (
        <EvidenceStep draft={draft} search={search} />
      ) : step === 'check' ? (
        <CheckStep actor={actor} draft={draft} />
      ) : step === 'filing' ? (
        <FilingStep draft={draft} search={search} from={from} />
      ) : step === 'platform' ? (
        <PlatformStep draft={draft} search={search} from={from} />
      ) : step === 'year' ? (
        <YearStep actor={actor} draft={draft} from={from} />
      ) : (
        <FieldsStep draft={draft} step={step} from={from} />
      )}
      {step === 'check' ? null : (
        <Actions>
          <TextLink href="/my/records" className="inline-flex min-h-11 items-center">
            {t('step.later')}
          </TextLink>
          <AskLink draft={draft} step={step} />
        </Actions>
      )}
    </div>
  )
}

function isStep(text: string): text is Step {
  return (STEPS as readonly string[]).includes(text)
}
