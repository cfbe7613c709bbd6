import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-parts'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { queryOf } from '@/lib/rules/what-if/address'
import { reduce, type View } from '@/lib/rules/what-if/reduce'
import type { SearchParameters } from '@/lib/server/input/search'
import { rulesAtHand } from '@/lib/server/rule-set/in-force'
import { now } from '@/lib/server/runtime/clock'
import { messagesFor } from '@/lib/server/runtime/messages'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { Calculator } from './_parts/calculator'
import { isAct, readParts } from './_parts/read-parts'

const WORDS = ['calculator', 'terms', 'clauses', 'views.year', 'views.why', 'certification.lines'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calculator'))('title') }
}

/** Open to everyone. The address says everything; what a form without scripts sends is answered with the address that it leads to. */
export default async function CalculatorPage({ searchParams }: { searchParams: SearchParameters }) {
  const [parts, at, t, locale, { words }] = await Promise.all([
    readParts(searchParams),
    now(),
    getTranslations('calculator'),
    currentLocale(),
    formProps(),
  ])
  const today = dateInShanghai(at)
  const { sets } = rulesAtHand()
  const view = reduce(parts, { sets, today })
  if (isAct(parts) && !view.form && !view.full) redirect(`/calculator?${queryOf(view.state)}${undoOf(view)}`)
  return (
    <>
      <PageHead
        title={t('title')}
        lead={
          <>
            {t('lead')}{' '}
            <TextLink href="/rules" data-print="no">
              {t('toRules')}
            </TextLink>
          </>
        }
      />
      <NextIntlClientProvider messages={await messagesFor(locale, WORDS)}>
        <Calculator key={queryOf(view.state)} first={view} sets={sets} today={today} locale={locale} words={words} />
      </NextIntlClientProvider>
    </>
  )
}

function undoOf({ removed }: View): string {
  return removed ? `&was=${removed.code}${removed.picked ? '&waspick=1' : ''}` : ''
}
