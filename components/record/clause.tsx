import { useTranslations } from 'next-intl'

/** A clause by its number as people cite it; one whose number is lost says so. Ids are those of the regulation (`M12.10`). */
export function Clause({ id }: { id: string }) {
  const t = useTranslations('clauses')
  const key = id.replaceAll('.', '-')
  return <span className="whitespace-nowrap">{t.has(`${key}.name`) ? t(`${key}.name`) : id}</span>
}

/** The clause's own words; nothing where none are legible. */
export function ClauseWords({ id }: { id: string }) {
  const t = useTranslations('clauses')
  const key = `${id.replaceAll('.', '-')}.words`
  if (!t.has(key) || t(key) === '') return null
  return <q className="text-muted">{t(key)}</q>
}
