import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { LinkButton } from '@/components/ui/button'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { Disclosure } from '@/components/ui/disclosure'
import { NextStep } from '@/components/ui/page-parts'
import { formatDate } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { TermView } from '@/lib/server/term/read-term-view'
import { formProps, newFormKey } from '@/lib/server/web/display'
import { isInGroup } from '@/lib/workflow/state-groups'
import { officeNames } from '../../records/_parts/office-name'
import { requestTerm, withdrawTerm } from '../actions'

const SAID = ['not_met', 'not_from_here', 'too_early'] as const

/** The request for the term's certification: whom it waits for, what is in the way, or the act with what it does. */
export async function TermRequest({ view, locale }: { view: TermView; locale: Locale }) {
  const { term, request } = view
  const [t, form, names] = await Promise.all([getTranslations('term.request'), formProps(), officeNames()])
  if (!request || !view.appointment) return null
  if (term && isInGroup('term', term.state, 'certification')) {
    const office = names.bureau(term.regionCode)
    const authorityFirst = term.authorityName !== null && isInGroup('term', term.state, 'authority_review')
    return (
      <NextStep
        action={
          <Disclosure summary={t('withdraw')}>
            <ConfirmPanel title={t('withdrawTitle')} consequences={[t('withdrawWhat')]}>
              <Form action={withdrawTerm} {...form} formKey={newFormKey()}>
                <HiddenField name="term" value={term.id} />
                <SubmitButton kind="danger">{t('withdrawDo')}</SubmitButton>
              </Form>
            </ConfirmPanel>
          </Disclosure>
        }
      >
        <p className="font-semibold">{t('waits')}</p>
        <p>{authorityFirst ? t('waitsAuthority', { authority: term.authorityName ?? '', office }) : t('waitsBureau', { office })}</p>
      </NextStep>
    )
  }
  const years = `${request.standing.years[0]}–${request.standing.years.at(-1)}`
  const span = t('span', { from: formatDate(request.span.from, locale), to: formatDate(request.span.to, locale), years })
  const said = SAID.find((code) => request.refusals.some((refusal) => refusal.code === code))
  const certified = term !== null && isInGroup('term', term.state, 'certified')
  const sameYears = certified && term.standing.years.at(-1) === request.standing.years.at(-1)
  if (sameYears)
    return (
      <NextStep action={<LinkButton href="/my/certificates">{t('certificate')}</LinkButton>}>
        <p className="font-semibold">{t('certified')}</p>
      </NextStep>
    )
  const unverified = view.waitingPaper.filter(({ year }) => request.standing.years.includes(year)).length
  return (
    <NextStep
      action={
        said ? null : (
          <Disclosure summary={t('do')} open={view.yearsLeft.length === 0}>
            <ConfirmPanel title={t('confirmTitle', { years })} consequences={[t('what.certifies'), t('what.withdraw'), t('what.drop')]}>
              <Form action={requestTerm} {...form}>
                <HiddenField name="appointment" value={view.appointment.id} />
                <HiddenField name="end" value={view.end === null ? '' : String(view.end)} />
                <SubmitButton>{t('do')}</SubmitButton>
              </Form>
            </ConfirmPanel>
          </Disclosure>
        )
      }
    >
      {term && isInGroup('term', term.state, 'returned') ? (
        <>
          <p className="font-semibold text-warn">{t('returned')}</p>
          {view.returnedBecause ? <q>{view.returnedBecause}</q> : null}
        </>
      ) : null}
      {term && isInGroup('term', term.state, 'revoked') ? <p className="font-semibold text-bad">{t('revoked')}</p> : null}
      {said ? (
        <p>{t(said, { from: formatDate(request.span.to, locale) })}</p>
      ) : (
        <>
          <p className="font-semibold">{t('title')}</p>
          <p>{span}</p>
        </>
      )}
      {unverified > 0 ? <p className="mt-1 text-muted text-sm">{t('unverified', { count: unverified })}</p> : null}
    </NextStep>
  )
}
