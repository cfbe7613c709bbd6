import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import type { Demonstration } from '@/lib/server/runtime/read-demonstration'
import { formProps } from '@/lib/server/web/display'
import { signInToDemonstration } from '../actions'

/** One click each; only the demonstration has them. */
export async function DemonstrationAccounts({ accounts, from }: { accounts: Demonstration['accounts']; from: string }) {
  const [terms, form] = await Promise.all([getTranslations('terms'), formProps()])
  return (
    <Form action={signInToDemonstration} {...form} prefix="demo">
      <HiddenField name="from" value={from} />
      <ul className="[&>li+li]:border-line [&>li+li]:border-t">
        {accounts.map(({ login, name, role, organization }) => (
          <li key={login} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <span>
              <span className="font-semibold">{terms(`role.${role}`)}</span> · {name}
              {organization ? <span className="block text-muted text-sm">{organization}</span> : null}
            </span>
            <SubmitButton kind="secondary" name="login" value={login}>
              {login}
            </SubmitButton>
          </li>
        ))}
      </ul>
    </Form>
  )
}
