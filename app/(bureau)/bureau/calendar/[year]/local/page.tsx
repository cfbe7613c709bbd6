import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { RadioList } from '@/components/forms/radio-list'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { readCalendarYear } from '@/lib/server/calendar/read-calendar'
import { formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import { enterLocalDay } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar'))('addLocal') }
}

/** A day that this city alone has off or works. */
export default async function LocalDayPage({ params }: { params: Promise<{ year: string }> }) {
  const actor = await pageActor('administrator')
  const { year } = await params
  if (!/^\d{4}$/.test(year)) notFound()
  await orNotFound(readCalendarYear(actor, Number(year)))
  const [t, form] = await Promise.all([getTranslations('calendar'), formProps()])
  return (
    <div className="max-w-form">
      <PageHead title={t('addLocal')} lead={t('localLead')} back={{ href: `/bureau/calendar/${year}`, text: t('yearName', { year }) }} />
      <Sheet>
        <Form action={enterLocalDay} {...form}>
          <DateField name="date" label={t('date')} hint={t('dateHint', { year })} />
          <RadioList
            name="kind"
            label={t('kind')}
            options={[
              { value: 'off', label: t('kinds.off'), hint: t('kindHints.off') },
              { value: 'worked', label: t('kinds.worked'), hint: t('kindHints.worked') },
            ]}
          />
          <TextField name="name" label={t('localName')} hint={t('localNameHint')} maxLength={40} />
          <TextField name="document" label={t('document')} hint={t('documentHint')} maxLength={200} />
          <SubmitButton>{t('preview')}</SubmitButton>
        </Form>
      </Sheet>
    </div>
  )
}
