import { getTranslations } from 'next-intl/server'
import { Clause } from '@/components/record/clause'
import { readMessages } from '@/lib/server/runtime/messages'
import { currentLocale } from '@/lib/server/web/display'

/** A clause with its own words where they are legible — in Chinese whatever the page's language — and what they mean. */
export async function ClauseBlock({ id }: { id: string }) {
  const [t, clauses, locale] = await Promise.all([getTranslations('rules.clause'), getTranslations('clauses'), currentLocale()])
  const key = id.replaceAll('.', '-')
  const original = await originalWords(key)
  return (
    <div className="border-line-strong border-l-4 pl-4">
      <p className="font-semibold">
        <Clause id={id} />
      </p>
      {original ? (
        <blockquote lang="zh-CN" className="mt-1">
          <q>{original}</q>
        </blockquote>
      ) : (
        <p className="mt-1 text-muted text-sm">{t('lost')}</p>
      )}
      {original && locale === 'en' ? <p className="mt-1 text-muted">{clauses(`${key}.words`)}</p> : null}
      <p className="mt-1">{clauses(`${key}.gist`)}</p>
    </div>
  )
}

async function originalWords(key: string): Promise<string | null> {
  const { clauses } = await readMessages('zh-CN')
  const clause = typeof clauses === 'object' ? clauses[key] : undefined
  const words = typeof clause === 'object' ? clause['words'] : undefined
  return typeof words === 'string' && words !== '' ? words : null
}
