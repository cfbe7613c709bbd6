import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import type { RuleSetProblem } from '@/lib/rules/rule-set-problems'
import { editHref, ruleSetWords } from './words'

/** Everything that keeps the draft from being published: what, where, and the way there. */
export async function Problems({ id, problems, editable }: { id: string; problems: readonly RuleSetProblem[]; editable: boolean }) {
  if (problems.length === 0) return null
  const { t, placeName } = await ruleSetWords()
  return (
    <Notice tone="warn" title={t('problems', { count: problems.length })}>
      <ul className="list-disc pl-5">
        {problems.map(({ code, at, values }) => {
          const href = editable ? editHref(id, at) : null
          const sentence = t(`problem.${code}`, { ...values, place: placeName(at) })
          return <li key={`${code} ${at} ${values.year ?? ''}`}>{href ? <TextLink href={href}>{sentence}</TextLink> : sentence}</li>
        })}
      </ul>
    </Notice>
  )
}
