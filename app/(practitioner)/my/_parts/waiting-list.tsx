import { getTranslations } from 'next-intl/server'
import { Due } from '@/components/record/due'
import { TextLink } from '@/components/ui/link'
import { RuledList } from '@/components/ui/page-parts'
import { CellNote } from '@/components/ui/table'
import type { Locale } from '@/lib/i18n/locales'
import type { MyYear, YearRecord } from '@/lib/server/year/read-my-year'
import { isInGroup } from '@/lib/workflow/state-groups'
import { officeNames } from '../records/_parts/office-name'

const SHOWN = 8

/** For whom each thing waits and until when; one's own turn first. */
export async function WaitingList({ year, locale }: { year: MyYear; locale: Locale }) {
  const [t, states, record, names, roster] = await Promise.all([
    getTranslations('my.year'),
    getTranslations('states.record'),
    getTranslations('record'),
    officeNames(),
    getTranslations('roster.accept'),
  ])
  const { mine, waiting, optionsToChoose, next } = year
  const certifying = next.kind === 'certifying' ? next : null
  if (!certifying && mine.length + waiting.length + optionsToChoose === 0) return <p className="text-muted">{t('nobody')}</p>
  const link = 'inline-flex min-h-11 items-center'
  return (
    <RuledList>
      {certifying ? (
        <li>
          {certifying.authorityName ?? names.bureau(certifying.regionCode)}
          <CellNote>{t('certification', { year: String(year.year) })}</CellNote>
        </li>
      ) : null}
      {optionsToChoose > 0 ? (
        <li>
          {t('self')}
          <CellNote>
            {t('selfOptions', { count: optionsToChoose })}
            <TextLink href={`/my/options?year=${year.year}`} className={link}>
              {t('compare')}
            </TextLink>
          </CellNote>
        </li>
      ) : null}
      {mine.slice(0, SHOWN).map((item) => (
        <li key={item.id}>
          {t('self')}
          <CellNote>
            <TextLink href={hrefOf(item)} className={link}>
              {item.toAnswer
                ? roster('listed', { title: item.title })
                : t(isInGroup('record', item.state, 'returned') ? 'selfReturned' : 'selfDraft', {
                    title: item.title || record('list.draft'),
                  })}
            </TextLink>
          </CellNote>
        </li>
      ))}
      {waiting.slice(0, SHOWN).map((item) => (
        <li key={item.id}>
          {whoOf(item)}
          <CellNote>
            <TextLink href={`/my/records/${item.id}`} className={link}>
              {item.title}
            </TextLink>
          </CellNote>
          <CellNote>
            {states(item.state)}
            {item.waiting.until !== null && item.waiting.daysLeft !== null ? (
              <>
                {' · '}
                <Due days={item.waiting.daysLeft} on={item.waiting.until} locale={locale} provisional={item.waiting.provisional} />
              </>
            ) : null}
          </CellNote>
        </li>
      ))}
      {waiting.length > SHOWN ? <li className="text-muted">{t('more', { count: waiting.length - SHOWN })}</li> : null}
    </RuledList>
  )

  function whoOf({ waiting: { for: who }, organizationName, regionCode }: YearRecord): string {
    return who === 'bureau' ? names.bureau(regionCode) : names.employer(organizationName)
  }
}

function hrefOf({ id, state, toAnswer }: YearRecord): string {
  if (toAnswer) return `/my/records/${id}/accept`
  return isInGroup('record', state, 'returned') ? `/my/records/${id}` : `/my/records/${id}/edit`
}
