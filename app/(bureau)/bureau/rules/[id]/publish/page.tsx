import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CheckboxField } from '@/components/forms/checkbox-list'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { changedIn } from '@/lib/server/impact/read-jobs'
import { formProps } from '@/lib/server/web/display'
import { Difference } from '../../_parts/difference'
import { draftPage } from '../../_parts/draft-page'
import { Problems } from '../../_parts/problems'
import { ruleSetWords } from '../../_parts/words'
import { publish } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ruleVersions.publish'))('title') }
}

/** What publishing does, with everything that changes and the document each change rests on; for somebody who did not draft it. */
export default async function PublishPage({ params }: { params: Promise<{ id: string }> }) {
  const { row, base, changed, current, also, jobs, problems, partly, own, editors, untilYear } = await draftPage(params)
  const [t, { t: all, yearsWord }, form] = await Promise.all([getTranslations('ruleVersions.publish'), ruleSetWords(), formProps()])
  const from = String(row.effectiveYear)
  const trial = jobs.find(({ kind, standing, draftVersion }) => kind === 'impact' && standing === 'done' && draftVersion === row.version)
  return (
    <>
      <PageHead title={t('title')} lead={row.title} back={{ href: `/bureau/rules/${row.id}`, text: row.title }} />
      <Problems id={row.id} problems={problems} editable />
      {own ? <Notice tone="warn" title={t('own', { names: editors.join(all('and')) })} /> : null}
      {base && changed.length > 0 ? (
        <Sheet>
          <Section title={t('changes', { count: changed.length })}>
            <Difference row={row} base={base} changed={changed} editable={false} />
          </Section>
          {current && also.length > 0 ? (
            <Section title={t('also', { years: yearsWord(row.effectiveYear, untilYear), code: current.title || current.code })}>
              <p className="mb-3 text-muted">{t('alsoLead')}</p>
              <Difference row={row} base={current} changed={also} editable={false} />
            </Section>
          ) : null}
        </Sheet>
      ) : null}
      <div className="mt-6">
        <Notice tone={trial ? undefined : 'warn'} title={trial ? t('tried', { years: trial.years.join(' · ') }) : t('untried')}>
          {trial ? (
            <p>
              {t('triedFound', {
                years: trial.counts.years ?? 0,
                changed: changedIn(trial),
                lost: trial.counts.lost ?? 0,
                gained: trial.counts.gained ?? 0,
              })}{' '}
              <TextLink href={`/bureau/rules/${row.id}/impact/${trial.id}`}>{t('triedSee')}</TextLink>
            </p>
          ) : (
            <TextLink href={`/bureau/rules/${row.id}/impact`}>{all('impact.go')}</TextLink>
          )}
        </Notice>
      </div>
      {own || problems.length > 0 ? null : (
        <div className="mt-6">
          <ConfirmPanel
            title={t('confirm')}
            consequences={[
              t(untilYear === null ? 'rulesFrom' : 'rulesBetween', { years: yearsWord(row.effectiveYear, untilYear) }),
              t('recounts'),
              t('tells'),
              t('certified'),
              t('forever'),
            ]}
          >
            <Form action={publish} {...form}>
              <HiddenField name="id" value={row.id} />
              <HiddenField name="version" value={String(row.version)} />
              <TextField
                name="effectiveYear"
                label={all('effectiveYear')}
                hint={all('effectiveYearHint')}
                inputMode="numeric"
                width="short"
                defaultValue={from}
              />
              {/* Always there: another year may be typed above, in which some are certified. */}
              <CheckboxField
                name="certifiedStay"
                label={t('certifiedStay')}
                hint={
                  partly.length > 0
                    ? partly.map(({ year, people, left }) => t('partly', { year: String(year), people, left })).join(' ')
                    : t('nobodyCertified', { years: yearsWord(row.effectiveYear, untilYear) })
                }
              />
              <SubmitButton>{t('submit')}</SubmitButton>
            </Form>
          </ConfirmPanel>
        </div>
      )}
    </>
  )
}
