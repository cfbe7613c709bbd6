import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { PageHead } from '@/components/ui/page-parts'
import { boundsOf } from '@/lib/rules/figure-bounds'
import { inForce } from '@/lib/server/rule-draft/edit-figure'
import { formProps } from '@/lib/server/web/display'
import { BasisFields } from '../../../_parts/basis-fields'
import { draftPage } from '../../../_parts/draft-page'
import { ruleSetWords } from '../../../_parts/words'
import { figure } from '../../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ruleVersions'))('editFigure') }
}

/** One figure of a draft: its number, the clause, how sure it is, the document. */
export default async function FigurePage({ params }: { params: Promise<{ id: string; key: string }> }) {
  const { row } = await draftPage(params)
  const key = decodeURIComponent((await params).key)
  const [current, bounds] = [inForce(row.content.figures, key, row.effectiveYear), boundsOf(key)]
  if (!current || !bounds) notFound()
  const [{ t, figureName, figureValue }, terms, form] = await Promise.all([ruleSetWords(), getTranslations('terms'), formProps()])
  const { least, most } = bounds
  return (
    <div className="max-w-form">
      <PageHead
        title={figureName(key)}
        lead={t('now', { value: figureValue(current) })}
        back={{ href: `/bureau/rules/${row.id}`, text: row.title }}
      />
      <Form action={figure} {...form}>
        <HiddenField name="id" value={row.id} />
        <HiddenField name="version" value={String(row.version)} />
        <HiddenField name="key" value={key} />
        <TextField
          name="value"
          label={t('value')}
          hint={bounds.optional ? t('valueHintOptional', { least, most }) : t('valueHint', { least, most })}
          inputMode="decimal"
          width="short"
          suffix={terms(`unit.${bounds.unit}`)}
          optional={bounds.optional}
          defaultValue={current.value === null ? '' : String(current.value)}
        />
        <BasisFields clause={current.clause} status={current.status} document={row.sources[`figures.${key}`]?.document ?? ''} />
        <SubmitButton>{t('saveInDraft')}</SubmitButton>
      </Form>
    </div>
  )
}
