import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CheckboxField } from '@/components/forms/checkbox-list'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { ConfirmPanel } from '@/components/ui/confirm-panel'
import { Notice } from '@/components/ui/notice'
import { PageHead, Section } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { formProps } from '@/lib/server/display'
import { Difference } from '../../_parts/difference'
import { draftPage } from '../../_parts/draft-page'
import { Problems } from '../../_parts/problems'
import { publish } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ruleVersions.publish'))('title') }
}

/** What publishing does, with everything that changes and the document each change rests on; for somebody who did not draft it. */
export default async function PublishPage({ params }: { params: Promise<{ id: string }> }) {
  const { row, base, changed, problems, partly, own, editors, untilYear } = await draftPage(params)
  const [t, all, form] = await Promise.all([getTranslations('ruleVersions.publish'), getTranslations('ruleVersions'), formProps()])
  const from = String(row.effectiveYear)
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
        </Sheet>
      ) : null}
      {own || problems.length > 0 ? null : (
        <div className="mt-6">
          <ConfirmPanel
            title={t('confirm')}
            consequences={[
              untilYear === null ? t('rulesFrom', { from }) : t('rulesBetween', { from, until: String(untilYear) }),
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
              {partly.length > 0 ? (
                <CheckboxField
                  name="certifiedStay"
                  label={t('certifiedStay')}
                  hint={partly.map(({ year, people, left }) => t('partly', { year: String(year), people, left })).join(' ')}
                />
              ) : null}
              <SubmitButton>{t('submit')}</SubmitButton>
            </Form>
          </ConfirmPanel>
        </div>
      )}
    </>
  )
}
