import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { readPlatform } from '@/lib/server/platform/read-platform'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale, formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'
import { BasisFields } from '../../_parts/basis-fields'
import { windowWords } from '../../_parts/window-words'
import { confirm } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('platforms'))('confirmName') }
}

/** Its name, how sure that is, and by which document; the days and subjects stay. */
export default async function ConfirmPlatformPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('administrator')
  const [{ id }, at, t, register, form, locale] = await Promise.all([
    params,
    now(),
    getTranslations('platforms'),
    getTranslations('register'),
    formProps(),
    currentLocale(),
  ])
  const { window } = await orNotFound(readPlatform(actor, pathId(id), dateInShanghai(at)))
  return (
    <div className="max-w-form">
      <PageHead
        title={t('confirmName')}
        lead={t('confirmLead', { window: windowWords(window, register, locale) })}
        back={{ href: `/bureau/platforms/${window.id}`, text: window.name }}
      />
      <Sheet>
        <Form action={confirm} {...form}>
          <HiddenField name="id" value={window.id} />
          <HiddenField name="version" value={String(window.version)} />
          <TextField name="name" label={t('name')} hint={t('nameHint')} defaultValue={window.name} maxLength={80} />
          <BasisFields given={window} />
          <SubmitButton>{t('confirm')}</SubmitButton>
        </Form>
      </Sheet>
    </div>
  )
}
