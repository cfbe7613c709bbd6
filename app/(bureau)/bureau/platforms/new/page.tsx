import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CheckboxList } from '@/components/forms/checkbox-list'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { SUBJECTS } from '@/lib/rules/types'
import { idParam, readSearch, type SearchParameters } from '@/lib/server/input/search'
import { readPlatform } from '@/lib/server/platform/read-platform'
import { now } from '@/lib/server/runtime/clock'
import { formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor } from '@/lib/server/web/page'
import { BasisFields } from '../_parts/basis-fields'
import { enter } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('platforms'))('new') }
}

/** A platform that was not in the register, or with `like` a further window of one that is. */
export default async function NewPlatformPage({ searchParams }: { searchParams: SearchParameters }) {
  const actor = await pageActor('administrator')
  const [{ like }, at, t, terms, form] = await Promise.all([
    readSearch(searchParams, { like: idParam() }),
    now(),
    getTranslations('platforms'),
    getTranslations('terms'),
    formProps(),
  ])
  const given = like ? (await orNotFound(readPlatform(actor, like, dateInShanghai(at)))).window : null
  return (
    <div className="max-w-form">
      <PageHead
        title={given ? t('addWindowTo', { name: given.name }) : t('new')}
        lead={t(given ? 'addWindowLead' : 'newLead')}
        back={given ? { href: `/bureau/platforms/${given.id}`, text: given.name } : { href: '/bureau/platforms', text: t('title') }}
      />
      <Sheet>
        <Form action={enter} {...form}>
          {given ? <HiddenField name="like" value={given.id} /> : null}
          <TextField name="name" label={t('name')} hint={t('nameHint')} defaultValue={given?.name} maxLength={80} />
          <CheckboxList
            name="subjects"
            label={t('subjects')}
            defaultValues={given?.subjects}
            options={SUBJECTS.map((value) => ({ value, label: terms(`subject.${value}`) }))}
          />
          <DateField name="from" label={t('from')} hint={t('fromHint')} />
          <DateField name="until" label={t('until')} hint={t('untilHint')} optional />
          <BasisFields given={given ? { source: given.source } : {}} />
          <Notice title={t('atOnce')} />
          <SubmitButton>{t(given ? 'addWindow' : 'enter')}</SubmitButton>
        </Form>
      </Sheet>
    </div>
  )
}
