import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StateTag } from '@/components/record/state-tag'
import { ReviewFacts } from '@/components/review/facts'
import { ReviewHistory } from '@/components/review/history'
import { LinkButton } from '@/components/ui/button'
import { TO_CONFIRM } from '@/components/ui/confirm-panel'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Columns, NextStep, PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
import { type Review, readReview } from '@/lib/server/record/review/read-review'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import type { RecordEvent } from '@/lib/workflow/events'
import { ActPanel } from './_parts/act-panel'
import { recordShape } from './_parts/place'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bureau.record'))('name') }
}

/** Acts that are decided beside the queue. */
const IN_QUEUE: readonly RecordEvent[] = ['verify', 'accept', 'publicize', 'confirm', 'return', 'reject']

function isQueued(review: Review): boolean {
  return review.actions.some((event) => IN_QUEUE.includes(event))
}

/** Any record in reach of the bureau: data, proofs, what happened, and what may be done with it. */
export default async function BureauRecordPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: SearchParameters
}) {
  const actor = await pageActor('county_reviewer', 'city_reviewer')
  const [{ id }, search, at, locale, t, common] = await Promise.all([
    params,
    readSearch(searchParams, recordShape),
    now(),
    currentLocale(),
    getTranslations('bureau.record'),
    getTranslations('common'),
  ])
  const review = await orNotFound(readReview(actor, id, at))
  const { record, actions } = review
  const act = search.act && actions.includes(search.act) ? search.act : null
  return (
    <>
      <PageHead
        title={record.content.title}
        lead={
          <span className="flex flex-wrap items-center gap-2">
            {review.person.name} · {common('hours', { value: record.hours })} <StateTag machine="record" state={record.state} />
          </span>
        }
        back={isQueued(review) ? { href: '/bureau/verification', text: t('back') } : { href: '/bureau/records', text: t('backToFound') }}
      />
      {search.done ? <Notice tone="ok" live title={t(`done.${search.done}`)} /> : null}
      {record.isOwn ? <Notice tone="warn" title={t('own')} /> : null}
      {act ? <ActPanel review={review} act={act} /> : null}
      <Columns label={t('whatNow')} aside={<Acts review={review} acting={act !== null} />}>
        <Sheet>
          <ReviewFacts review={review} locale={locale} recordHref={(other) => `/bureau/records/${other}`} />
          <Section title={t('timeline')}>
            <ReviewHistory category={record.content.category} events={record.events} waiting={record.waiting} locale={locale} />
          </Section>
        </Sheet>
      </Columns>
    </>
  )
}

async function Acts({ review, acting }: { review: Review; acting: boolean }) {
  const t = await getTranslations('bureau.record')
  const { id } = review.record
  const acts = review.actions.flatMap((event): { event: RecordEvent; href: string }[] => {
    if (event === 'correct') return [{ event, href: `/bureau/records/${id}/correct` }]
    if (event === 'reopen' && review.year.certified) return []
    if (event === 'reopen' || event === 'revoke' || event === 'allow' || event === 'refuse')
      return [{ event, href: `/bureau/records/${id}?act=${event}${TO_CONFIRM}` }]
    return []
  })
  const queued = isQueued(review)
  // While an act is being confirmed its panel holds the page's one primary button.
  if (acting) return <NextStep>{t('acting')}</NextStep>
  return (
    <NextStep
      action={
        <>
          {queued ? <LinkButton href={`/bureau/verification?record=${id}`}>{t('decide')}</LinkButton> : null}
          {acts.map(({ event, href }) => (
            <LinkButton
              key={event}
              href={href}
              kind={event === 'revoke' || event === 'refuse' ? 'danger' : event === 'allow' ? 'primary' : 'secondary'}
            >
              {t(`acts.${event}`)}
            </LinkButton>
          ))}
        </>
      }
    >
      <p>{queued ? t('waitsForYou') : acts.length > 0 ? t('mayAct') : t('nothing')}</p>
      {review.year.id ? (
        <TextLink href={`/bureau/years/${review.year.id}`} className="inline-flex min-h-11 items-center">
          {t('year', { name: review.person.name, year: String(review.record.content.year) })}
        </TextLink>
      ) : null}
    </NextStep>
  )
}
