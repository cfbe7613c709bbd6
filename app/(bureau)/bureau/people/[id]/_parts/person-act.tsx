import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { RadioList } from '@/components/forms/radio-list'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import type { Actor } from '@/lib/access/types'
import { readOrganizationChoices } from '@/lib/server/organization/read-organization-choices'
import type { PersonForAdministration } from '@/lib/server/person/read-person'
import { readSettings } from '@/lib/server/runtime/settings'
import { formProps } from '@/lib/server/web/display'
import { Buttons } from '../../_parts/account-act'
import { EmploymentFields } from '../../_parts/employment-fields'
import type { PersonAct } from '../../_parts/place'
import { SeriesFields, TitleFields } from '../../_parts/title-fields'
import { apply, removeApplication, reveal, startAppointment, startEmployment, stopAppointment, stopEmployment } from '../../actions'

interface Props {
  actor: Actor
  person: PersonForAdministration
  act: PersonAct
  /** The employment or appointment that ends, the year of an application. */
  of: string | null
}

/** One act on a person: what will happen, and the form that makes it happen. */
export async function PersonActPanel({ actor, person, act, of }: Props) {
  const [t, terms, form] = await Promise.all([getTranslations('admin.act'), getTranslations('terms'), formProps()])
  const back = `/bureau/people/${person.id}`
  const fields = (
    <>
      <HiddenField name="person" value={person.id} />
      <HiddenField name="version" value={String(person.version)} />
    </>
  )
  const { name } = person
  switch (act) {
    case 'begin-work':
      return (
        <Form action={startEmployment} {...form}>
          {fields}
          <p className="mb-5 max-w-text">{t('beginWorkLead')}</p>
          <EmploymentFields employers={await readOrganizationChoices(actor, ['employer'])} />
          <Buttons back={back}>{t('beginWork')}</Buttons>
        </Form>
      )
    case 'end-work': {
      const work = person.employments.find(({ id, untilOn }) => id === of && untilOn === null)
      if (!work) notFound()
      const where = work.organization?.name ?? terms(`employmentKind.${work.kind}`)
      return (
        <ConfirmPanel title={t('endWorkTitle', { name, where })} consequences={[t('endWorkWhat'), t('endWorkKept'), t('audited')]}>
          <Form action={stopEmployment} {...form}>
            {fields}
            <HiddenField name="employment" value={work.id} />
            <DateField name="untilOn" label={t('lastDay')} hint={t('dateHint')} />
            <Buttons back={back}>{t('endWork')}</Buttons>
          </Form>
        </ConfirmPanel>
      )
    }
    case 'begin-title':
      return (
        <Form action={startAppointment} {...form}>
          {fields}
          <p className="mb-5 max-w-text">{t('beginTitleLead')}</p>
          <TitleFields />
          <Buttons back={back}>{t('beginTitle')}</Buttons>
        </Form>
      )
    case 'end-title': {
      const title = person.appointments.find(({ id, untilOn }) => id === of && untilOn === null)
      if (!title) notFound()
      return (
        <ConfirmPanel title={t('endTitleTitle', { name, title: title.titleName })} consequences={[t('endTitleWhat'), t('audited')]}>
          <Form action={stopAppointment} {...form}>
            {fields}
            <HiddenField name="appointment" value={title.id} />
            <DateField name="untilOn" label={t('lastDay')} hint={t('dateHint')} />
            <Buttons back={back}>{t('endTitle')}</Buttons>
          </Form>
        </ConfirmPanel>
      )
    }
    case 'apply': {
      const years = (await readSettings()).openYears.map(String)
      const given = person.applications.find(({ year }) => String(year) === of)
      return (
        <Form action={apply} {...form}>
          {fields}
          <p className="mb-5 max-w-text">{t('applyLead')}</p>
          <RadioList
            name="year"
            label={t('applyYear')}
            defaultValue={given ? String(given.year) : years.length === 1 ? years[0] : undefined}
            options={years.map((value) => ({ value, label: t('year', { year: value }) }))}
          />
          <SeriesFields given={given} />
          <Buttons back={back}>{t('apply')}</Buttons>
        </Form>
      )
    }
    case 'apply-not': {
      const given = person.applications.find(({ year }) => String(year) === of)
      if (!given) notFound()
      return (
        <ConfirmPanel title={t('applyNotTitle', { name, year: String(given.year) })} consequences={[t('applyNotWhat'), t('audited')]}>
          <Form action={removeApplication} {...form}>
            {fields}
            <HiddenField name="year" value={String(given.year)} />
            <Buttons back={back}>{t('applyNot')}</Buttons>
          </Form>
        </ConfirmPanel>
      )
    }
    case 'reveal':
      return (
        <ConfirmPanel title={t('revealTitle', { name })} consequences={[t('revealOnce'), t('revealAudited')]}>
          <Form action={reveal} {...form}>
            <HiddenField name="person" value={person.id} />
            <Buttons back={back}>{t('reveal')}</Buttons>
          </Form>
        </ConfirmPanel>
      )
  }
}
