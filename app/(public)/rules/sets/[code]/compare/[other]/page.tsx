import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RuleSetDifferenceTables } from '@/components/rules/rule-set-difference'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { compareRuleSets } from '@/lib/rules/compare-rule-sets'
import { currentLocale } from '@/lib/server/web/display'
import { setAddress } from '../../../../_parts/set-links'
import { setNamed } from '../../../../_parts/set-named'

interface Props {
  params: Promise<{ code: string; other: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ code, other }, t] = await Promise.all([params, getTranslations('ruleSets.compare')])
  return { title: t('title', { before: setNamed(code).id, after: setNamed(other).id }) }
}

/** Two published versions of the rules side by side: figure by figure, with clause and certainty. */
export default async function CompareRuleSetsPage({ params }: Props) {
  const [{ code, other }, t, sets, locale] = await Promise.all([
    params,
    getTranslations('ruleSets.compare'),
    getTranslations('ruleSets'),
    currentLocale(),
  ])
  const [before, after] = [setNamed(code), setNamed(other)]
  const named = { before: before.id, after: after.id }
  return (
    <>
      <PageHead
        title={t('title', named)}
        lead={t('lead', named)}
        back={{ href: setAddress(after.id), text: sets('backToSet', { id: after.id }) }}
      />
      <Sheet>
        <RuleSetDifferenceTables difference={compareRuleSets(before, after)} locale={locale} />
        <TextLink href={setAddress(after.id, before.id)} className="mt-4 inline-flex min-h-11 items-center">
          {t('swap')}
        </TextLink>
      </Sheet>
    </>
  )
}
