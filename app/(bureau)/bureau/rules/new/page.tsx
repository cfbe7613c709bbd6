import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/forms/form'
import { RadioList } from '@/components/forms/radio-list'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { PageHead } from '@/components/ui/page-parts'
import { dateInShanghai, yearOf } from '@/lib/calendar/plain-date'
import { readRuleSets } from '@/lib/server/rule-set/read-rule-sets'
import { now } from '@/lib/server/runtime/clock'
import { formProps } from '@/lib/server/web/display'
import { pageActor } from '@/lib/server/web/page'
import { ruleSetWords } from '../_parts/words'
import { start } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ruleVersions'))('new.title') }
}

/** From which version a draft starts, and from which year it is to rule. */
export default async function NewDraftPage() {
  const actor = await pageActor('administrator')
  const [{ published }, at, { t, yearsWord }, form] = await Promise.all([readRuleSets(actor), now(), ruleSetWords(), formProps()])
  const year = yearOf(dateInShanghai(at))
  return (
    <div className="max-w-form">
      <PageHead title={t('new.title')} lead={t('new.lead')} back={{ href: '/bureau/rules', text: t('title') }} />
      <Form action={start} {...form}>
        <RadioList
          name="base"
          label={t('new.base')}
          defaultValue={published[0]?.id}
          options={published.map((row) => ({
            value: row.id,
            label: row.title ? t('joined', { name: row.title, part: row.code }) : row.code,
            hint: yearsWord(row.effectiveYear, row.untilYear),
          }))}
        />
        <TextField name="title" label={t('name')} hint={t('nameHint')} maxLength={80} />
        <TextField
          name="effectiveYear"
          label={t('effectiveYear')}
          hint={t('effectiveYearHint')}
          inputMode="numeric"
          width="short"
          defaultValue={String(year + 1)}
        />
        <SubmitButton>{t('new.start')}</SubmitButton>
      </Form>
    </div>
  )
}
