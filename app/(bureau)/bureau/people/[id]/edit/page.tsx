import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { PageHead } from '@/components/ui/page-parts'
import { readPerson } from '@/lib/server/person/read-person'
import { formProps } from '@/lib/server/web/display'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'
import { ContactFields } from '../../_parts/contact-fields'
import { change } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.person'))('changeTitle') }
}

export default async function EditPersonPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('administrator')
  const person = await orNotFound(readPerson(actor, pathId((await params).id)))
  const [t, form] = await Promise.all([getTranslations('admin.person'), formProps()])
  return (
    <div className="max-w-form">
      <PageHead title={t('changeTitle')} lead={person.name} back={{ href: `/bureau/people/${person.id}`, text: person.name }} />
      <Form action={change} {...form}>
        <HiddenField name="person" value={person.id} />
        <HiddenField name="version" value={String(person.version)} />
        <TextField name="name" label={t('name')} defaultValue={person.name} autoComplete="off" width="medium" maxLength={40} />
        <ContactFields given={person} />
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
    </div>
  )
}
