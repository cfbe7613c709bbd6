import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DateField } from '@/components/forms/date-field'
import { RadioList } from '@/components/forms/radio-list'
import { TextField } from '@/components/forms/text-field'
import { buttonClass } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { SUBJECTS } from '@/lib/rules/types'
import { readSearch, type SearchParameters } from '@/lib/server/input/search'
import { dayAsked, questionShape } from '@/lib/server/recognition/question'
import { now } from '@/lib/server/runtime/clock'
import { Answers } from './_parts/answers'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recognised'))('title') }
}

/** Open to everyone, to be asked before spending the time: does this platform, training or provider count on that day? */
export default async function RecognisedPage({ searchParams }: { searchParams: SearchParameters }) {
  const [search, at, t, terms] = await Promise.all([
    readSearch(searchParams, questionShape),
    now(),
    getTranslations('recognised'),
    getTranslations('terms'),
  ])
  const today = dateInShanghai(at)
  const asked = search.subject !== null || search.q !== ''
  const subject = search.subject ?? 'professional'
  const on = dayAsked(search.on, today)
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Sheet>
        <form method="get">
          <TextField name="q" label={t('name')} hint={t('nameHint')} defaultValue={search.q} maxLength={60} autoComplete="off" />
          <DateField name="on" label={t('day')} hint={t('dayHint')} defaultValue={on ?? search.on} />
          <RadioList
            name="subject"
            label={t('subject')}
            defaultValue={subject}
            options={SUBJECTS.map((value) => ({ value, label: terms(`subject.${value}`), hint: terms(`subjectHint.${value}`) }))}
          />
          <button type="submit" className={buttonClass()}>
            {t('ask')}
          </button>
        </form>
      </Sheet>
      <div className="mt-8">
        {on === null ? (
          <Notice tone="bad" live title={t('dayUnreadable', { typed: search.on })}>
            {t('dayExample')}
          </Notice>
        ) : asked ? (
          <Answers q={search.q} on={on} subject={subject} />
        ) : null}
      </div>
      <p className="mt-6 flex flex-wrap gap-x-6">
        <TextLink href="/register">{t('toRegister')}</TextLink>
        <TextLink href="/rules">{t('toRules')}</TextLink>
      </p>
    </>
  )
}
