import { useTranslations } from 'next-intl'

/** A clause by the number with which it is cited; its text says where the number is lost. Ids are those of the regulation (`M12.10`). */
export function Clause({ id }: { id: string }) {
  const t = useTranslations('clauses')
  const key = id.replaceAll('.', '-')
  return <span>{t.has(`${key}.name`) ? t(`${key}.name`) : id}</span>
}

/** The wording of a clause as a quotation; where our copy has lost it, a paraphrase without quotation marks. */
export function ClauseWords({ id }: { id: string }) {
  const t = useTranslations('clauses')
  const key = id.replaceAll('.', '-')
  if (!t.has(`${key}.gist`)) return null
  const words: string = t.raw(`${key}.words`)
  return words ? <q className="text-muted">{words}</q> : <span className="text-muted">{t(`${key}.gist`)}</span>
}
