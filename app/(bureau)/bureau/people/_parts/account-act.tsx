import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { RadioList } from '@/components/forms/radio-list'
import { SubmitButton } from '@/components/forms/submit-button'
import { LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import type { Actor } from '@/lib/access/types'
import { OFFICE_ROLES } from '@/lib/server/account/office-kinds'
import type { AccountForAdministration } from '@/lib/server/account/read-account'
import { ORGANIZATION_KINDS } from '@/lib/server/organization/organization-input'
import { readOrganizationChoices } from '@/lib/server/organization/read-organization-choices'
import { formProps } from '@/lib/server/web/display'
import { endOffice, grant, reset, setActive } from '../actions'
import { OrganizationField } from './organization-field'
import { type AccountAct, accountPage } from './place'

interface Props {
  actor: Actor
  account: AccountForAdministration
  act: AccountAct
  /** The office that ends. */
  of: string | null
}

/** One act on an account: what will happen, and the form that makes it happen. */
export async function AccountActPanel({ actor, account, act, of }: Props) {
  const [t, terms, form] = await Promise.all([getTranslations('admin.act'), getTranslations('terms'), formProps()])
  if (account.id === actor.accountId) notFound()
  const fields = (
    <>
      <HiddenField name="account" value={account.id} />
      <HiddenField name="version" value={String(account.sessionVersion)} />
    </>
  )
  const name = account.displayName
  if (act === 'grant') {
    const organizations = await readOrganizationChoices(actor, ORGANIZATION_KINDS)
    return (
      <Form action={grant} {...form}>
        {fields}
        <p className="mb-5 max-w-text">{t('grantLead')}</p>
        <OfficeFields organizations={organizations} />
        <Buttons back={accountPage(account)}>{t('grant')}</Buttons>
      </Form>
    )
  }
  if (act === 'end-office') {
    const office = account.grants.find(({ id }) => id === of)
    if (!office) notFound()
    return (
      <ConfirmPanel
        title={t('endOfficeTitle', { name, role: terms(`role.${office.role}`), organization: office.organization.name })}
        consequences={[t('endOfficeAtOnce'), t('endOfficeKept'), t('audited')]}
      >
        <Form action={endOffice} {...form}>
          {fields}
          <HiddenField name="grant" value={office.id} />
          <Buttons back={accountPage(account)}>{t('endOffice')}</Buttons>
        </Form>
      </ConfirmPanel>
    )
  }
  if (act === 'reset') {
    return (
      <ConfirmPanel title={t('resetTitle', { name })} consequences={[t('resetOnce'), t('resetSignedOut'), t('resetChange'), t('audited')]}>
        <Form action={reset} {...form}>
          {fields}
          <Buttons back={accountPage(account)}>{t('reset')}</Buttons>
        </Form>
      </ConfirmPanel>
    )
  }
  const to = account.active ? 'inactive' : 'active'
  return (
    <ConfirmPanel title={t(`${to}Title`, { name })} consequences={[t(`${to}What`), t(`${to}Kept`), t('audited')]}>
      <Form action={setActive} {...form}>
        {fields}
        <HiddenField name="standing" value={to} />
        <Buttons back={accountPage(account)}>{t(to)}</Buttons>
      </Form>
    </ConfirmPanel>
  )
}

/** Which office, of which organisation. */
export async function OfficeFields({ organizations }: { organizations: readonly { id: string; name: string }[] }) {
  const [t, terms] = await Promise.all([getTranslations('admin.act'), getTranslations('terms')])
  return (
    <>
      <RadioList
        name="role"
        label={t('role')}
        options={OFFICE_ROLES.map((value) => ({ value, label: terms(`role.${value}`), hint: t(`roles.${value}`) }))}
      />
      <OrganizationField label={t('organization')} hint={t('organizationHint')} organizations={organizations} />
    </>
  )
}

/** The button of the act, and the way out of it. */
export async function Buttons({ back, children }: { back: string; children: ReactNode }) {
  const common = await getTranslations('common')
  return (
    <div className="flex flex-wrap items-center gap-3">
      <SubmitButton>{children}</SubmitButton>
      <LinkButton kind="quiet" href={back}>
        {common('actions.back')}
      </LinkButton>
    </div>
  )
}
